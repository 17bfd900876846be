import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { updateAutomationNames } from "../update-automation-names.ts";
import { words } from "./doc.ts";

/** updatesChecked: the proposals of update automation start the workflows that check them. */
export const updatesChecked: Check = {
  id: "updates-checked",
  version: 1,
  theme: "automation",
  severity: "advice",
  stage: "continuous-integration",
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const automation = facts.updateAutomation;
    if (!automation.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords.updates[automation.reason], evidence: [] }];
    }
    const first = (startsChecks: boolean | null) => automation.value.find((fact) => fact.startsChecks === startsChecks);
    const [checked, unchecked, open] = [first(true), first(false), first(null)];
    // One that runs checks does not help the proposals of another that does not.
    if (unchecked !== undefined) {
      const summary = `${updateAutomationNames[unchecked.kind]} proposes with the default token, which starts no workflow`;
      return [{ subject, outcome: "fail", summary, evidence: [unchecked.evidence] }];
    }
    if (open !== undefined) {
      const summary = `whether the proposals of ${updateAutomationNames[open.kind]} start workflows cannot be told`;
      return [{ subject, outcome: "unknown", summary, evidence: [open.evidence] }];
    }
    if (checked === undefined) {
      return [{ subject, outcome: "not-applicable", summary: "nothing proposes updates", evidence: [] }];
    }
    const summary = `the proposals of ${updateAutomationNames[checked.kind]} start workflows`;
    return [{ subject, outcome: "pass", summary, evidence: [checked.evidence] }];
  },
};
