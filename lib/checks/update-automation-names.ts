import type { UpdateAutomationKind } from "#lib/model/automation-facts.ts";
import { type UnknownReason, unknownReasonWords } from "#lib/model/observed.ts";

/** updateAutomationNames is how a summary names what updates flake.lock. */
export const updateAutomationNames = {
  "update-flake-lock": "the update-flake-lock action",
  "update-flake-inputs": "the update-flake-inputs action",
  dependabot: "Dependabot",
  renovate: "Renovate",
  "renovate-lock-maintenance": "Renovate's lock file maintenance",
  "scheduled-update": "a scheduled `nix flake update`",
} as const satisfies Record<UpdateAutomationKind, string>;

/** updateUnknownWords say why it is not known whether something updates flake.lock. */
export const updateUnknownWords = {
  ...unknownReasonWords,
  unreadable: "a file that may update flake.lock cannot be read",
  "not-read": "a workflow or Renovate uses something that was not read and may update flake.lock",
} as const satisfies Record<UnknownReason, string>;
