import type { Check } from "../check.ts";
import { directInputs, withoutInputs } from "../direct-inputs.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { updateAutomationNames } from "../update-automation-names.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** updatesAutomated: something updates flake.lock by itself. */
export const updatesAutomated: Check = {
  id: "updates-automated",
  version: 1,
  theme: "automation",
  severity: "warning",
  stage: "continuous-integration",
  words,
  fix,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    if (directInputs(facts).length === 0) return [withoutInputs(facts)];
    const automation = facts.updateAutomation;
    if (!automation.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords.updates[automation.reason], evidence: [] }];
    }
    if (automation.value.length === 0) {
      return [{ subject, outcome: "fail", summary: "nothing updates flake.lock by itself", evidence: [] }];
    }
    const names = [...new Set(automation.value.map((fact) => updateAutomationNames[fact.kind]))];
    const evidence = automation.value.map((fact) => fact.evidence);
    return [
      {
        subject,
        outcome: "pass",
        summary: `${names.join(" and ")} ${names.length === 1 ? "updates" : "update"} flake.lock`,
        evidence,
      },
    ];
  },
};
