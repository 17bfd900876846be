import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** entryDocumented: README or CONTRIBUTING shows the way into Nix. */
export const entryDocumented: Check = {
  id: "entry-documented",
  version: 1,
  theme: "knowledge",
  severity: "advice",
  stage: "development",
  words,
  fix,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const { entries } = facts.knowledge;
    if (!entries.known)
      return [{ subject, outcome: "unknown", summary: unknownWords.entries[entries.reason], evidence: [] }];
    const [first] = entries.value;
    if (first === undefined) {
      return [
        { subject, outcome: "fail", summary: "README and CONTRIBUTING do not show the way into Nix", evidence: [] },
      ];
    }
    const summary = `${first.evidence.path} shows ${first.kind === "command" ? `\`${first.text}\`` : first.text}`;
    return [{ subject, outcome: "pass", summary, evidence: entries.value.map(({ evidence }) => evidence) }];
  },
};
