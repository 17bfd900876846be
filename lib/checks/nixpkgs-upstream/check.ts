import type { Check, CheckContext, CheckResult } from "../check.ts";
import { type DirectInput, directNixpkgs, withoutNixpkgs } from "../direct-inputs.ts";
import { nixpkgsOrigin } from "../nixpkgs-origin.ts";
import { inputSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** nixpkgsUpstream: every direct Nixpkgs is the project's own, not a fork. */
export const nixpkgsUpstream: Check = {
  id: "nixpkgs-upstream",
  version: 1,
  theme: "freshness",
  severity: "warning",
  stage: null,
  words,

  evaluate(context) {
    if (mainFlakes(context.facts).length === 0) return [withoutFlake(context.facts)];
    const inputs = directNixpkgs(context.facts);
    return inputs.length === 0 ? [withoutNixpkgs(context.facts)] : inputs.map((input) => judge(input, context));
  },
};

function judge({ flake, input }: DirectInput, { policy }: CheckContext): CheckResult {
  const subject = inputSubject(flake, input);
  const evidence = [input.evidence];
  const origin = nixpkgsOrigin(input, policy);
  switch (origin.kind) {
    case "upstream":
      return { subject, outcome: "pass", summary: `${input.name} is Nixpkgs itself`, evidence };
    case "fork":
      return { subject, outcome: "fail", summary: `${input.name} is the fork ${origin.name}`, evidence };
    case "unknown":
      return { subject, outcome: "unknown", summary: `whose Nixpkgs ${input.name} is cannot be told`, evidence };
  }
}
