import type { Policy } from "#lib/model/policy.ts";
import type { Check, CheckContext, CheckResult } from "../check.ts";
import { type DirectInput, directInputs, hasUnclearInputs, isUnclearInput, withoutInputs } from "../direct-inputs.ts";
import { inputSource, sourceIdentity } from "../input-source.ts";
import { internalFlakes } from "../internal-flakes.ts";
import { listed } from "../listed.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** flakesReused: the repository builds on other flakes than Nixpkgs, best on the organization's own. */
export const flakesReused: Check = {
  id: "flakes-reused",
  version: 1,
  theme: "semver",
  severity: "advice",
  stage: null,
  words,

  evaluate(context) {
    if (mainFlakes(context.facts).length === 0) return [withoutFlake(context.facts)];
    const inputs = directInputs(context.facts);
    if (!inputs.some(({ input }) => input.isFlake)) return [withoutInputs(context.facts)];
    return [judge(inputs, context)];
  },
};

function judge(inputs: readonly DirectInput[], { facts, policy, repository }: CheckContext): CheckResult {
  const subject = repositorySubject;
  const own = repository.owner === null ? [] : internalFlakes(facts, repository.owner);
  if (own.length > 0) {
    const summary = `builds on flakes of ${repository.owner}: ${listed(own.map(({ name }) => name))}`;
    return { subject, outcome: "pass", summary, evidence: own.map(({ input }) => input.evidence) };
  }
  const others = inputs.filter((input) => isOtherFlake(input, policy));
  if (others.length > 0) {
    const summary = `builds on other flakes: ${listed(others.map(({ input }) => input.name))}`;
    return { subject, outcome: "pass", summary, evidence: others.map(({ input }) => input.evidence) };
  }
  if (
    !facts.isComplete ||
    mainFlakes(facts).some(hasUnclearInputs) ||
    inputs.some(({ input }) => isUnclearInput(input))
  ) {
    return { subject, outcome: "unknown", summary: "not all inputs can be told", evidence: [] };
  }
  const hasNixpkgs = inputs.some(({ input }) => input.isNixpkgs);
  const summary = `takes no flake but ${hasNixpkgs ? "Nixpkgs" : "helper libraries"}`;
  return { subject, outcome: "fail", summary, evidence: inputs.map(({ input }) => input.evidence) };
}

/** A flake with something of its own: not Nixpkgs, not a helper library, and known to be so. */
function isOtherFlake({ input }: DirectInput, policy: Policy): boolean {
  if (input.isNixpkgs || !input.isFlake || isUnclearInput(input)) return false;
  const source = inputSource(input);
  return source === undefined || !policy.helperLibraries.includes(sourceIdentity(source));
}
