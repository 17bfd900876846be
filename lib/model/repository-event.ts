import type { Instant } from "./instant.ts";

/**
 * RepositoryEventKind names a change of what a repository is. `removed` is one that an inventory no longer shows:
 * deleted, moved to another organization, or hidden from the token, which GitHub does not tell apart.
 */
export type RepositoryEventKind =
  | "renamed"
  | "transferred"
  | "visibility-changed"
  | "archived"
  | "unarchived"
  | "removed"
  | "returned";

/** RepositoryEvent is one such change, recognized by the repository's stable id. */
export interface RepositoryEvent {
  readonly kind: RepositoryEventKind;
  /** When it was archived, where the provider says; otherwise when an inventory first saw the change. */
  readonly at: Instant;
  /** The name, owner or visibility before and after; null where the kind says all. */
  readonly before: string | null;
  readonly after: string | null;
}
