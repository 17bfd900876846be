import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import type { CheckResult } from "./check.ts";
import { hasUnclearInputs } from "./direct-inputs.ts";
import { inputSource, sourceIdentity } from "./input-source.ts";
import { flakePath, flakeSubject } from "./subjects.ts";

/** inputsAmong are the direct inputs of a flake that are in a list of identities, `owner/repository` in lower case. */
export function inputsAmong(identities: readonly string[], flake: FlakeFacts): readonly InputFacts[] {
  return flake.inputs.filter((input) => {
    const source = inputSource(input);
    return source !== undefined && identities.includes(sourceIdentity(source));
  });
}

/** unclearInputs is the unknown result for a flake that may have a helper which was not seen; undefined when all were. */
export function unclearInputs(flake: FlakeFacts): CheckResult | undefined {
  const subject = flakeSubject(flake);
  const unclear = flake.inputs.find(isUnclear);
  if (unclear !== undefined) {
    const summary = `where ${unclear.name} points cannot be told`;
    return { subject, outcome: "unknown", summary, evidence: [unclear.evidence] };
  }
  if (!hasUnclearInputs(flake)) return undefined;
  const path = flakePath(flake);
  return { subject, outcome: "unknown", summary: `${path} cannot be read in full`, evidence: [{ path }] };
}

/** Neither flake.nix nor flake.lock says where it points; a bare name means what the registry of the day says. */
function isUnclear({ follows, ref, locked }: InputFacts): boolean {
  return follows === null && locked === null && (ref === null || ref.type === "indirect");
}
