import type { OwnershipClaims } from "#lib/model/facts.ts";
import type { Ownership, Team } from "#lib/model/team.ts";

const unowned: Ownership = { rule: "none", teamSlugs: [], detail: "no rule names a team" };

/**
 * decideOwnership says who owns a repository: the first rule that names a team of the organization (product.md).
 * A rule that names only people, or teams that the organization does not have, does not answer; a CODEOWNERS `*`
 * rule without owners answers that nobody does.
 *
 * @param providerId the repository's, by which the teams list their permissions.
 * @param claims what its files say; null when they are not known.
 */
export function decideOwnership(providerId: string, claims: OwnershipClaims | null, teams: readonly Team[]): Ownership {
  return fromSettings(claims, teams) ?? fromCodeowners(claims, teams) ?? fromPermission(providerId, teams) ?? unowned;
}

function fromSettings(claims: OwnershipClaims | null, teams: readonly Team[]): Ownership | undefined {
  const teamSlugs = knownSlugs(claims?.settings ?? [], teams);
  return teamSlugs.length === 0 ? undefined : { rule: "settings-file", teamSlugs, detail: ".github/flakeboard.yml" };
}

function fromCodeowners(claims: OwnershipClaims | null, teams: readonly Team[]): Ownership | undefined {
  const claim = claims?.codeowners ?? null;
  if (claim === null) return undefined;
  const place = `${claim.evidence.path} line ${claim.evidence.line ?? 1}`;
  if (claim.owners.length === 0) return { rule: "none", teamSlugs: [], detail: `${place} leaves it without an owner` };
  const teamSlugs = knownSlugs(claim.owners, teams);
  return teamSlugs.length === 0 ? undefined : { rule: "codeowners", teamSlugs, detail: place };
}

/** Admin before maintain: on GitHub many teams may write, few may administer. */
function fromPermission(providerId: string, teams: readonly Team[]): Ownership | undefined {
  for (const permission of ["admin", "maintain"] as const) {
    const holders = teams.filter((team) =>
      team.repositories.some((entry) => entry.providerId === providerId && entry.permission === permission),
    );
    if (holders.length > 0) {
      const teamSlugs = holders.map((team) => team.slug).sort();
      return { rule: "team-permission", teamSlugs, detail: `${permission} permission` };
    }
  }
  return undefined;
}

/** `@organization/team` and a bare `team` both name a team; `@user` and an e-mail address name none. */
function knownSlugs(names: readonly string[], teams: readonly Team[]): readonly string[] {
  const slugs = new Set(teams.map((team) => team.slug.toLowerCase()));
  const named = names.filter((name) => name.includes("/") || !name.includes("@"));
  const lastParts = named.map((name) => name.slice(name.lastIndexOf("/") + 1).toLowerCase());
  return [...new Set(lastParts.filter((slug) => slugs.has(slug)))].sort();
}
