import { satisfies, validRange } from "semver";
import type { Check, CheckResult } from "../check.ts";
import { type DirectInput, directInputs, withoutInputs } from "../direct-inputs.ts";
import { inputSubject, mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** versionsBounded: an input that asks for a version says how much change is welcome. */
export const versionsBounded: Check = {
  id: "versions-bounded",
  version: 1,
  theme: "semver",
  severity: "advice",
  stage: null,
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const inputs = directInputs(facts);
    if (inputs.length === 0) return [withoutInputs(facts)];
    const ranged = inputs.flatMap((input) =>
      input.input.versionRange === null ? [] : [judge(input, input.input.versionRange)],
    );
    if (ranged.length > 0) return ranged;
    const summary = "no input asks for a range of versions";
    return [{ subject: repositorySubject, outcome: "not-applicable", summary, evidence: [] }];
  },
};

// No release of anything: a range that takes it takes whatever comes.
const farFuture = "999999999.0.0";

function judge({ flake, input }: DirectInput, range: string): CheckResult {
  const subject = inputSubject(flake, input);
  const evidence = [input.evidence];
  // FlakeHub reads ranges as Cargo does, with commas between conditions.
  const readable = validRange(range.replaceAll(",", " "));
  if (readable === null) {
    return {
      subject,
      outcome: "unknown",
      summary: `${input.name} asks for ${range}, which is not understood`,
      evidence,
    };
  }
  return satisfies(farFuture, readable)
    ? { subject, outcome: "fail", summary: `${input.name} takes any version (${range})`, evidence }
    : { subject, outcome: "pass", summary: `${input.name} asks for version ${range}`, evidence };
}
