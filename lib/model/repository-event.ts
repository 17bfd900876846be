import type { Instant } from "./instant.ts";

/**
 * RepositoryEventKind names a change of what a repository is, or where. Three tell that the organization's inventory no
 * longer shows it: `transferred` to an owner outside the organization, `hidden`, which still exists but may not be seen,
 * and `removed`, which its provider does not know any more: deleted, or hidden without a word. GitHub does not tell those
 * two apart, so a page says "removed or hidden". `returned` is one of the three that is back; its history goes on.
 */
export type RepositoryEventKind =
  | "renamed"
  | "transferred"
  | "visibility-changed"
  | "archived"
  | "unarchived"
  | "hidden"
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
