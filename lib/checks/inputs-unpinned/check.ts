import type { Check, CheckResult } from "../check.ts";
import { type DirectInput, directInputs, withoutInputs } from "../direct-inputs.ts";
import { pinnedRevision } from "../pinned-revision.ts";
import { inputSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** inputsUnpinned: no direct input names a revision in flake.nix, where no update reaches it. */
export const inputsUnpinned: Check = {
  id: "inputs-unpinned",
  version: 1,
  theme: "freshness",
  severity: "advice",
  stage: null,
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const inputs = directInputs(facts);
    return inputs.length === 0 ? [withoutInputs(facts)] : inputs.map(judge);
  },
};

function judge({ flake, input }: DirectInput): CheckResult {
  const subject = inputSubject(flake, input);
  const evidence = [input.evidence];
  const { name, ref } = input;
  if (ref === null) return { subject, outcome: "unknown", summary: `where ${name} points cannot be told`, evidence };
  const revision = pinnedRevision(ref);
  if (revision === undefined) return { subject, outcome: "pass", summary: `updates reach ${name}`, evidence };
  const summary = `${name} is pinned to ${revision.slice(0, 7)}, which no update moves`;
  return { subject, outcome: "fail", summary, evidence };
}
