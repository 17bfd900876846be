import type { Check, CheckResult } from "../check.ts";
import { type DirectInput, directInputs, withoutInputs } from "../direct-inputs.ts";
import { inputSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** inputsExplicit: every direct input says itself where it comes from, and leaves it to no registry. */
export const inputsExplicit: Check = {
  id: "inputs-explicit",
  version: 1,
  theme: "adoption",
  severity: "warning",
  stage: null,
  words,
  fix,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const inputs = directInputs(facts);
    return inputs.length === 0 ? [withoutInputs(facts)] : inputs.map(judge);
  },
};

function judge({ flake, input }: DirectInput): CheckResult {
  const subject = inputSubject(flake, input);
  const evidence = [input.evidence];
  const { name } = input;
  if (input.ref === null) {
    return { subject, outcome: "unknown", summary: `where ${name} points cannot be told`, evidence };
  }
  if (input.ref.type !== "indirect") {
    return { subject, outcome: "pass", summary: `${name} says where it comes from`, evidence };
  }
  const summary = input.isImplicit
    ? `${name} is not declared; a registry decides where it comes from`
    : `${name} leaves it to a registry where it comes from`;
  return { subject, outcome: "fail", summary, evidence };
}
