import type { FlakeFacts } from "#lib/model/flake.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Check, CheckResult } from "../check.ts";
import { inputsAmong, unclearInputs } from "../helper-inputs.ts";
import { flakeSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** helpersMaintained: a helper library that a flake does take is one that somebody still looks after. */
export const helpersMaintained: Check = {
  id: "helpers-maintained",
  version: 1,
  theme: "lean-inputs",
  severity: "warning",
  stage: null,
  words,

  evaluate({ facts, policy }) {
    const flakes = mainFlakes(facts);
    return flakes.length === 0 ? [withoutFlake(facts)] : flakes.map((flake) => judge(flake, policy));
  },
};

function judge(flake: FlakeFacts, policy: Policy): CheckResult {
  const subject = flakeSubject(flake);
  const abandoned = inputsAmong(policy.unmaintainedHelpers, flake);
  if (abandoned.length > 0) {
    const names = abandoned.map((input) => input.name).join(", ");
    const summary = `nobody maintains ${names} any more, as of ${policy.asOf}`;
    return { subject, outcome: "fail", summary, evidence: abandoned.map((input) => input.evidence) };
  }
  const unclear = unclearInputs(flake);
  if (unclear !== undefined) return unclear;
  const helpers = inputsAmong(policy.helperLibraries, flake);
  if (helpers.length === 0) {
    return { subject, outcome: "not-applicable", summary: "no helper library among the direct inputs", evidence: [] };
  }
  const names = helpers.map((input) => input.name).join(", ");
  const summary = `${names} ${helpers.length === 1 ? "is" : "are"} not known to be abandoned, as of ${policy.asOf}`;
  return { subject, outcome: "pass", summary, evidence: helpers.map((input) => input.evidence) };
}
