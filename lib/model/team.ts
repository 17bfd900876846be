/** TeamPermission is GitHub's permission of a team on a repository, in lower case. */
export type TeamPermission = "admin" | "maintain" | "write" | "triage" | "read";

/** TeamRepository is the permission that a team holds on one repository of the organization. */
export interface TeamRepository {
  readonly providerId: string;
  readonly permission: TeamPermission;
}

/** Team is a team of an organization as its provider knows it. Teams nest. */
export interface Team {
  readonly providerId: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  /** The slug of the team above it, or null at the top. */
  readonly parentSlug: string | null;
  readonly repositories: readonly TeamRepository[];
}

/**
 * OwnershipRule names what decided who owns a repository, in the order in which they are asked (product.md):
 * the repository's own settings file, the organization's mapping, a custom property, the `*` rule of CODEOWNERS,
 * a team with admin or maintain permission; `none` is an unowned repository.
 */
export type OwnershipRule =
  | "settings-file"
  | "organization-mapping"
  | "custom-property"
  | "codeowners"
  | "team-permission"
  | "none";

/** Ownership is who owns a repository, and why. A repository may have several owning teams. */
export interface Ownership {
  readonly rule: OwnershipRule;
  /** Slugs of the owning teams, sorted; empty when the rule is `none`. */
  readonly teamSlugs: readonly string[];
  /** What was seen, for people: `.github/CODEOWNERS line 3`, `admin permission`. */
  readonly detail: string;
}
