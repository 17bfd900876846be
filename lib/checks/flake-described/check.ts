import type { FlakeFacts } from "#lib/model/flake.ts";
import type { Check, CheckResult } from "../check.ts";
import { flakePath, flakeSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** flakeDescribed: flake.nix says in a sentence what the flake is. */
export const flakeDescribed: Check = {
  id: "flake-described",
  version: 1,
  theme: "adoption",
  severity: "advice",
  stage: null,
  words,
  fix,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    return flakes.length === 0 ? [withoutFlake(facts)] : flakes.map(judge);
  },
};

function judge(flake: FlakeFacts): CheckResult {
  const path = flakePath(flake);
  const subject = flakeSubject(flake);
  const evidence = [{ path }];
  if (flake.description?.trim()) return { subject, outcome: "pass", summary: `${path} says what it is`, evidence };
  if (flake.parse.status !== "ok") {
    return { subject, outcome: "unknown", summary: `${path} cannot be read`, evidence };
  }
  return { subject, outcome: "fail", summary: `${path} has no description`, evidence };
}
