import type { FlakeFacts } from "#lib/model/flake.ts";
import type { Check, CheckResult } from "../check.ts";
import { flakeSubject, lockPath, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** lockValid: Nix would accept flake.lock. */
export const lockValid: Check = {
  id: "lock-valid",
  version: 1,
  theme: "adoption",
  severity: "error",
  stage: "development",
  words,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    return flakes.map(judge);
  },
};

function judge(flake: FlakeFacts): CheckResult {
  const path = lockPath(flake);
  const subject = flakeSubject(flake);
  switch (flake.lock.status) {
    case "ok":
      return { subject, outcome: "pass", summary: `${path} is version ${flake.lock.version}`, evidence: [{ path }] };
    case "missing":
      return { subject, outcome: "not-applicable", summary: `${path} is missing`, evidence: [] };
    case "error":
      return { subject, outcome: "fail", summary: `Nix refuses ${path}: ${flake.lock.message}`, evidence: [{ path }] };
  }
}
