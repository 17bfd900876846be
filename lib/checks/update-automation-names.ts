import type { UpdateAutomationKind } from "#lib/model/automation-facts.ts";

/** updateAutomationNames is how a summary names what updates flake.lock. */
export const updateAutomationNames = {
  "update-flake-lock": "the update-flake-lock action",
  "update-flake-inputs": "the update-flake-inputs action",
  dependabot: "Dependabot",
  renovate: "Renovate",
  "renovate-lock-maintenance": "Renovate's lock file maintenance",
  "scheduled-update": "a scheduled `nix flake update`",
} as const satisfies Record<UpdateAutomationKind, string>;
