import type { Instant } from "./instant.ts";

/** ProviderKind names where repositories come from. */
export type ProviderKind = "github" | "local";

/** Visibility is GitHub's, in lower case. */
export type Visibility = "public" | "internal" | "private";

/** LanguageShare is one language of a repository by size, as GitHub's linguist counts it. */
export interface LanguageShare {
  readonly name: string;
  readonly sizeBytes: number;
}

/** RepositoryIdentity is how a repository is called: `owner/name`. */
export interface RepositoryIdentity {
  readonly owner: string;
  readonly name: string;
}

/**
 * Repository is what an inventory says of one repository, without reading any file.
 * Moments that a provider does not know are null.
 */
export interface Repository extends RepositoryIdentity {
  /** Stable through renames and transfers: GitHub's node id, or the folder's name for `local`. */
  readonly providerId: string;
  /** The page of the repository, or null when it has none. */
  readonly url: string | null;
  readonly description: string | null;
  readonly visibility: Visibility;
  readonly isArchived: boolean;
  readonly isFork: boolean;
  /** No commit on the default branch, or no default branch. */
  readonly isEmpty: boolean;
  readonly createdAt: Instant | null;
  readonly archivedAt: Instant | null;
  readonly pushedAt: Instant | null;
  readonly defaultBranch: string | null;
  readonly headCommit: string | null;
  readonly headCommittedAt: Instant | null;
  /** Largest first. */
  readonly languages: readonly LanguageShare[];
  readonly topics: readonly string[];
}

/** fullName is `owner/name`, as GitHub writes it. */
export function fullName(repository: RepositoryIdentity): string {
  return `${repository.owner}/${repository.name}`;
}

/** WhyNotEligible names why a repository does not count in any share. */
export type WhyNotEligible = "archived" | "fork" | "empty" | "excluded";

/**
 * whyNotEligible is the reason why a repository stays out of every denominator, the first that holds, or null when
 * it counts. Archived, forked, empty, excluded by policy: product.md, honest numbers, rule 2.
 */
export function whyNotEligible(
  repository: Pick<Repository, "isArchived" | "isFork" | "isEmpty">,
  isExcluded = false,
): WhyNotEligible | null {
  if (repository.isArchived) return "archived";
  if (repository.isFork) return "fork";
  if (repository.isEmpty) return "empty";
  return isExcluded ? "excluded" : null;
}
