import picomatch from "picomatch";
import type { OwnershipCandidates, OwnershipSettings } from "#lib/model/ownership.ts";
import { fullName, type Repository } from "#lib/model/repository.ts";
import type { Ownership, Team } from "#lib/model/team.ts";
import type { CustomProperty } from "#lib/providers/source-provider.ts";
import { findTeams, type KnownTeams } from "./known-teams.ts";

/** OwnershipSources is what an organization knows of its owners, as listed once for a scan. */
export interface OwnershipSources {
  /** As in `KnownTeams`. */
  readonly login: string | null;
  readonly teams: readonly Team[];
  readonly properties: readonly CustomProperty[];
  readonly settings: OwnershipSettings;
}

type Finder = (repository: Repository) => Ownership | null;

/**
 * createCandidateFinder gives the function that says, for each repository of an organization, which owners its
 * mapping, its custom properties and the permissions of teams name.
 */
export function createCandidateFinder({
  login,
  teams,
  properties,
  settings,
}: OwnershipSources): (repository: Repository) => OwnershipCandidates {
  const known: KnownTeams = { login, slugs: new Set(teams.map(({ slug }) => slug)) };
  const mapping = mappingFinder(settings, known);
  const property = propertyFinder(properties, settings, known);
  const permission = permissionFinder(teams);
  return (repository) => ({
    mapping: mapping(repository),
    property: property(repository),
    permission: permission(repository),
  });
}

function mappingFinder({ mapping }: OwnershipSettings, known: KnownTeams): Finder {
  const lines = mapping.map(({ repositories, teamSlugs }) => ({
    repositories,
    teamSlugs,
    matches: picomatch(repositories, { nocase: true, dot: true }),
  }));
  return ({ name }) => {
    const line = lines.find(({ matches }) => matches(name));
    const teamSlugs = findTeams(line?.teamSlugs ?? [], known);
    if (line === undefined || teamSlugs.length === 0) return null;
    return { rule: "organization-mapping", teamSlugs, detail: `the organization's settings for ${line.repositories}` };
  };
}

function propertyFinder(
  properties: readonly CustomProperty[],
  { propertyNames }: OwnershipSettings,
  known: KnownTeams,
): Finder {
  const byRepository = Map.groupBy(properties, (property) => fullName(property).toLowerCase());
  return (repository) => {
    const own = byRepository.get(fullName(repository).toLowerCase()) ?? [];
    for (const wanted of propertyNames) {
      const values = own.find(({ property }) => property === wanted)?.values ?? [];
      const teamSlugs = findTeams(values, known);
      if (teamSlugs.length > 0) return { rule: "custom-property", teamSlugs, detail: `custom property ${wanted}` };
    }
    return null;
  };
}

/** Admin before maintain: on GitHub many teams may write, few may administer. */
function permissionFinder(teams: readonly Team[]): Finder {
  const parents = new Map(teams.map(({ slug, parentSlug }) => [slug, parentSlug]));
  const holders = new Map<string, { readonly admin: string[]; readonly maintain: string[] }>();
  for (const { slug, repositories } of teams) {
    for (const { providerId, permission } of repositories) {
      if (permission !== "admin" && permission !== "maintain") continue;
      const held = holders.get(providerId) ?? { admin: [], maintain: [] };
      held[permission].push(slug);
      holders.set(providerId, held);
    }
  }
  return ({ providerId }) => {
    for (const permission of ["admin", "maintain"] as const) {
      const held = holders.get(providerId)?.[permission] ?? [];
      const teamSlugs = withoutInherited(held, parents);
      if (teamSlugs.length > 0) return { rule: "team-permission", teamSlugs, detail: `${permission} permission` };
    }
    return null;
  };
}

/** A team has whatever the teams above it have (GitHub, nested teams), so the uppermost holder is the one it was given to. */
function withoutInherited(held: readonly string[], parents: ReadonlyMap<string, string | null>): readonly string[] {
  const holders = new Set(held);
  const inherits = (slug: string): boolean => {
    const seen = new Set([slug]);
    for (let at = parents.get(slug) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (holders.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  return [...holders].filter((slug) => !inherits(slug)).sort();
}
