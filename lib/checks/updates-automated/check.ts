import type { UpdateAutomationKind } from "#lib/model/facts.ts";
import type { Check } from "../check.ts";
import { directInputs } from "../direct-inputs.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

const kindWords = {
  "update-flake-lock": "the update-flake-lock action",
  "update-flake-inputs": "the update-flake-inputs action",
  dependabot: "Dependabot",
  renovate: "Renovate",
  "scheduled-update": "a scheduled `nix flake update`",
} as const satisfies Record<UpdateAutomationKind, string>;

/** updatesAutomated: something updates flake.lock by itself. */
export const updatesAutomated: Check = {
  id: "updates-automated",
  version: 1,
  theme: "automation",
  severity: "warning",
  stage: "continuous-integration",
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    if (directInputs(facts).length === 0) {
      return [{ subject, outcome: "not-applicable", summary: "there are no inputs to update", evidence: [] }];
    }
    const automation = facts.updateAutomation;
    if (!automation.known) {
      return [
        { subject, outcome: "unknown", summary: "a file that may update flake.lock cannot be read", evidence: [] },
      ];
    }
    if (automation.value.length === 0) {
      return [{ subject, outcome: "fail", summary: "nothing updates flake.lock by itself", evidence: [] }];
    }
    const names = [...new Set(automation.value.map((fact) => kindWords[fact.kind]))].join(" and ");
    const evidence = automation.value.map((fact) => fact.evidence);
    return [{ subject, outcome: "pass", summary: `${names} updates flake.lock`, evidence }];
  },
};
