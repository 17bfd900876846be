import type { Ownership } from "./team.ts";

/** MappedOwners gives the repositories whose names match a pattern to teams: one line of the organization's settings. */
export interface MappedOwners {
  /** A glob over the repository's name, `payments-*`; without a wildcard the name itself. Upper and lower case count alike. */
  readonly repositories: string;
  readonly teamSlugs: readonly string[];
}

/** OwnershipSettings is what an organization says of how owners are found. */
export interface OwnershipSettings {
  /** The first line that matches a repository counts. */
  readonly mapping: readonly MappedOwners[];
  /** Custom properties that name a team; the first that a repository has set counts. */
  readonly propertyNames: readonly string[];
}

/** defaultOwnershipSettings is what holds for an organization that has set nothing. */
export const defaultOwnershipSettings: OwnershipSettings = { mapping: [], propertyNames: ["team", "owner"] };

/**
 * OwnershipCandidates is what everything but a repository's own files says of its owner, each null when it says
 * nothing. Kept with the repository, so that its owner can be decided again whenever its files are read.
 */
export interface OwnershipCandidates {
  readonly mapping: Ownership | null;
  readonly property: Ownership | null;
  readonly permission: Ownership | null;
}
