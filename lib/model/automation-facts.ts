import type { Evidence } from "./evidence.ts";

/** UpdateAutomationKind names what updates flake.lock by itself. */
export type UpdateAutomationKind =
  | "update-flake-lock"
  | "update-flake-inputs"
  | "dependabot"
  | "renovate"
  | "renovate-lock-maintenance"
  | "scheduled-update";

/** UpdateAutomationFact is one such automation, where it is configured, and how far it says that it reaches. */
export interface UpdateAutomationFact {
  readonly kind: UpdateAutomationKind;
  /** The folders of the flakes that it updates, `.` for the root; null when it does not say, or says it by a pattern. */
  readonly directories: readonly string[] | null;
  /** The inputs that it updates by name; null for all of them. */
  readonly inputs: readonly string[] | null;
  /** Whether its proposals start workflows: a token of its own does, the default one does not; null when it cannot be told. */
  readonly startsChecks: boolean | null;
  readonly evidence: Evidence;
}

/** FlakeCheckerUse is one place that runs flake-checker. */
export interface FlakeCheckerUse {
  readonly by: "action" | "hook" | "command";
  /** `enforce` fails the run, `warn` only says it; null when it cannot be told. */
  readonly mode: "warn" | "enforce" | null;
  readonly evidence: Evidence;
}

/** NixActionFact is one use of an action that installs, caches or publishes with Nix. */
export interface NixActionFact {
  /** `owner/repository` in lower case. */
  readonly action: string;
  /** What follows the `@`: a branch and a tag move, a full commit does not; null without one. */
  readonly ref: string | null;
  readonly evidence: Evidence;
}

/** IntegrationFact is one place that builds, checks or enters a flake without a person. */
export interface IntegrationFact {
  readonly by: "workflow" | "determinate-ci" | "garnix" | "hercules" | "hydra" | "buildbot" | "gitlab" | "omnix";
  readonly evidence: Evidence;
}
