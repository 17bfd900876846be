import type { UpdateAutomationKind } from "#lib/model/automation-facts.ts";
import { type UnknownReason, unknownReasonWords } from "#lib/model/observed.ts";
import type { Check } from "../check.ts";
import { directInputs, withoutInputs } from "../direct-inputs.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

const kindWords = {
  "update-flake-lock": "the update-flake-lock action",
  "update-flake-inputs": "the update-flake-inputs action",
  dependabot: "Dependabot",
  renovate: "Renovate",
  "renovate-lock-maintenance": "Renovate's lock file maintenance",
  "scheduled-update": "a scheduled `nix flake update`",
} as const satisfies Record<UpdateAutomationKind, string>;

const unknownWords = {
  ...unknownReasonWords,
  unreadable: "a file that may update flake.lock cannot be read",
  "not-read": "a workflow or Renovate uses something that was not read and may update flake.lock",
} as const satisfies Record<UnknownReason, string>;

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
    if (directInputs(facts).length === 0) return [withoutInputs(facts)];
    const automation = facts.updateAutomation;
    if (!automation.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords[automation.reason], evidence: [] }];
    }
    if (automation.value.length === 0) {
      return [{ subject, outcome: "fail", summary: "nothing updates flake.lock by itself", evidence: [] }];
    }
    const names = [...new Set(automation.value.map((fact) => kindWords[fact.kind]))];
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
