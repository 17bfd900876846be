import { unknownReasonWords } from "#lib/model/observed.ts";
import type { Check, CheckContext, CheckResult } from "../check.ts";
import { type DirectInput, directInputs, withoutInputs } from "../direct-inputs.ts";
import { inputAgeDays } from "../input-age.ts";
import { inputSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** inputsFresh: every direct input is locked to something recent; Nixpkgs has a limit of its own. */
export const inputsFresh: Check = {
  id: "inputs-fresh",
  version: 1,
  theme: "freshness",
  severity: "warning",
  stage: null,
  words,

  evaluate(context) {
    if (mainFlakes(context.facts).length === 0) return [withoutFlake(context.facts)];
    const inputs = directInputs(context.facts);
    if (inputs.length === 0) return [withoutInputs(context.facts)];
    return inputs.map((input) => judge(input, context));
  },
};

function judge({ flake, input }: DirectInput, { policy, asOf }: CheckContext): CheckResult {
  const subject = inputSubject(flake, input);
  const evidence = [input.evidence];
  const age = inputAgeDays(input, asOf);
  if (!age.known) {
    return {
      subject,
      outcome: "unknown",
      summary: `the age of ${input.name} is unknown: ${unknownReasonWords[age.reason]}`,
      evidence,
    };
  }
  const limitDays = input.isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax;
  const summary = `${input.name} is ${age.value} ${age.value === 1 ? "day" : "days"} old, limit ${limitDays}`;
  return { subject, outcome: age.value > limitDays ? "fail" : "pass", summary, evidence };
}
