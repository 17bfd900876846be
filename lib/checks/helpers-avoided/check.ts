import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Check, CheckResult } from "../check.ts";
import { inputsAmong, unclearInputs } from "../helper-inputs.ts";
import { flakeSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";
import { servesOnlyForSystems } from "./only-for-systems.ts";

/** helpersAvoided: no flake takes a helper library as a direct input. */
export const helpersAvoided: Check = {
  id: "helpers-avoided",
  version: 1,
  theme: "lean-inputs",
  severity: "advice",
  stage: null,
  words,
  fix,

  evaluate({ facts, policy }) {
    const flakes = mainFlakes(facts);
    return flakes.length === 0 ? [withoutFlake(facts)] : flakes.map((flake) => judge(flake, policy));
  },
};

function judge(flake: FlakeFacts, policy: Policy): CheckResult {
  const subject = flakeSubject(flake);
  const helpers = inputsAmong(policy.helperLibraries, flake);
  if (helpers.length > 0) {
    const evidence = helpers.map((input) => input.evidence);
    return { subject, outcome: "fail", summary: summaryOf(helpers, flake), evidence };
  }
  const summary = "no helper library among the direct inputs";
  return unclearInputs(flake) ?? { subject, outcome: "pass", summary, evidence: [] };
}

function summaryOf(helpers: readonly InputFacts[], flake: FlakeFacts): string {
  const names = helpers.map((input) => input.name).join(", ");
  if (helpers.every((input) => servesOnlyForSystems(input, flake))) {
    return `${names} ${helpers.length === 1 ? "serves" : "serve"} only to go through systems`;
  }
  return `${names} only ${helpers.length === 1 ? "shapes" : "shape"} outputs`;
}
