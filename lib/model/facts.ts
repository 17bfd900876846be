import type { FlakeCheckerUse, IntegrationFact, NixActionFact, UpdateAutomationFact } from "./automation-facts.ts";
import type { CacheFacts } from "./cache-facts.ts";
import type { Evidence } from "./evidence.ts";
import type { FlakeFacts } from "./flake.ts";
import type { KnowledgeFacts } from "./knowledge-facts.ts";
import type { Observed } from "./observed.ts";
import type { PublishingFacts } from "./publishing-facts.ts";
import type { RepositorySettings } from "./repository-settings.ts";
import type { SecretFacts } from "./secret-facts.ts";
import type { StageReached } from "./stage.ts";

/** NonFlakeKind names a way of using Nix without a flake. */
export type NonFlakeKind = "shell.nix" | "default.nix" | "niv" | "npins" | "devenv" | "devbox" | "lorri" | "use-nix";

/** NonFlakeFact is one such use, where it was seen. */
export interface NonFlakeFact {
  readonly kind: NonFlakeKind;
  /** A bridge for those who do not use flakes yet (flake-compat, `getFlake`): it serves the flake and is no use beside it. */
  readonly isBridge: boolean;
  readonly evidence: Evidence;
}

/** OwnershipClaims is what the files of a repository say of its owner; who then owns it is decided with the teams. */
export interface OwnershipClaims {
  /** The `owner` of the repository's own settings for Flakeboard; null without one. */
  readonly settings: readonly string[] | null;
  /** The `*` rule of CODEOWNERS; null without one. No owners: the rule takes ownership away. */
  readonly codeowners: { readonly evidence: Evidence; readonly owners: readonly string[] } | null;
}

/** factsVersion counts up when an extractor sees more or otherwise; snapshots of an older version are read again. */
export const factsVersion = 8;

/** NixFilesRead says how many of the Nix files of a repository were read; beyond the bounds they are not. */
export interface NixFilesRead {
  readonly total: number;
  readonly read: number;
}

/** RepositoryFacts is everything observed in one repository at one commit. */
export interface RepositoryFacts {
  readonly version: number;
  /** Whether every path of the repository was seen; otherwise absence proves nothing. */
  readonly isComplete: boolean;
  readonly nixFiles: NixFilesRead;
  /** Sorted by directory. */
  readonly flakes: readonly FlakeFacts[];
  readonly nonFlake: readonly NonFlakeFact[];
  readonly updateAutomation: Observed<readonly UpdateAutomationFact[]>;
  readonly flakeChecker: Observed<readonly FlakeCheckerUse[]>;
  readonly nixActions: Observed<readonly NixActionFact[]>;
  readonly integration: Observed<readonly IntegrationFact[]>;
  readonly publishing: PublishingFacts;
  readonly caching: CacheFacts;
  readonly secrets: SecretFacts;
  readonly knowledge: KnowledgeFacts;
  readonly stages: readonly StageReached[];
  readonly ownershipClaims: OwnershipClaims;
  readonly settings: RepositorySettings;
}
