import type { Check, CheckResult } from "../check.ts";
import { type DirectInput, directInputs } from "../direct-inputs.ts";
import { inputSubject, mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

// `v1.2`, `1.2.3`, `release-1.4.0`: a tag that names a version. `nixos-25.11` is a branch of Nixpkgs, not a version.
const versionTag = /^(?:v|release-)?\d+\.\d+(?:\.\d+)*(?:[-+].*)?$/;

/** inputsSemver: every direct input asks for a version. */
export const inputsSemver: Check = {
  id: "inputs-semver",
  version: 1,
  theme: "semver",
  severity: "advice",
  stage: null,
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const inputs = directInputs(facts);
    if (inputs.length === 0) {
      return [{ subject: repositorySubject, outcome: "not-applicable", summary: "there are no inputs", evidence: [] }];
    }
    return inputs.map(judge);
  },
};

function judge({ flake, input }: DirectInput): CheckResult {
  const subject = inputSubject(flake, input);
  const evidence = [input.evidence];
  if (input.versionRange !== null) {
    const resolved = input.resolvedVersion === null ? "" : `, locked to ${input.resolvedVersion}`;
    return {
      subject,
      outcome: "pass",
      summary: `${input.name} asks for version ${input.versionRange}${resolved}`,
      evidence,
    };
  }
  if (input.ref === null) {
    return { subject, outcome: "unknown", summary: `where ${input.name} points cannot be told`, evidence };
  }
  const { ref } = input.ref;
  const isVersion = typeof ref === "string" && versionTag.test(ref.replace(/^refs\/tags\//, ""));
  return isVersion
    ? { subject, outcome: "pass", summary: `${input.name} asks for the tag ${ref}`, evidence }
    : { subject, outcome: "fail", summary: `${input.name} asks for no version`, evidence };
}
