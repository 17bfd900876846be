import type { Evidence } from "./evidence.ts";
import type { FlakeFacts } from "./flake.ts";
import type { Observed } from "./observed.ts";
import type { StageReached } from "./stage.ts";

/** NonFlakeKind names a way of using Nix without a flake. */
export type NonFlakeKind = "shell.nix" | "default.nix" | "niv" | "npins" | "devenv" | "devbox" | "lorri" | "use-nix";

/** NonFlakeFact is one such use, where it was seen. */
export interface NonFlakeFact {
  readonly kind: NonFlakeKind;
  readonly evidence: Evidence;
}

/** UpdateAutomationKind names what updates flake.lock by itself. */
export type UpdateAutomationKind =
  | "update-flake-lock"
  | "update-flake-inputs"
  | "dependabot"
  | "renovate"
  | "scheduled-update";

/** UpdateAutomationFact is one such automation, where it is configured. */
export interface UpdateAutomationFact {
  readonly kind: UpdateAutomationKind;
  readonly evidence: Evidence;
}

/** CacheClass says who may read a cache, as far as a repository can show it. */
export type CacheClass = "private" | "ambiguous" | "ci-only" | "public";

/** CacheFact is one cache that a repository uses. `name` is a host, or the action that sets it up. */
export interface CacheFact {
  readonly name: string;
  readonly class: CacheClass;
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
export const factsVersion = 1;

/** RepositoryFacts is everything observed in one repository at one commit. */
export interface RepositoryFacts {
  readonly version: number;
  /** Whether every path of the repository was seen; otherwise absence proves nothing. */
  readonly isComplete: boolean;
  /** Sorted by directory. */
  readonly flakes: readonly FlakeFacts[];
  readonly nonFlake: readonly NonFlakeFact[];
  readonly updateAutomation: Observed<readonly UpdateAutomationFact[]>;
  readonly caches: Observed<readonly CacheFact[]>;
  readonly stages: readonly StageReached[];
  readonly ownershipClaims: OwnershipClaims;
}
