import type { OwnershipClaims } from "#lib/model/facts.ts";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import type { Ownership } from "#lib/model/team.ts";
import { findTeams, type KnownTeams } from "./known-teams.ts";

const unowned: Ownership = { rule: "none", teamSlugs: [], detail: "no rule names a team" };

/**
 * decideOwnership says who owns a repository: the first rule that names a team of the organization, in the order of
 * `OwnershipRule`. A rule that names only people, or teams that the organization does not have, does not answer; a
 * CODEOWNERS `*` rule without owners answers that nobody does.
 *
 * @param claims what its files say; null when they are not known.
 * @param candidates what everything else says.
 */
export function decideOwnership(
  claims: OwnershipClaims | null,
  candidates: OwnershipCandidates,
  teams: KnownTeams,
): Ownership {
  return (
    fromSettings(claims, teams) ??
    candidates.mapping ??
    candidates.property ??
    fromCodeowners(claims, teams) ??
    candidates.permission ??
    unowned
  );
}

function fromSettings(claims: OwnershipClaims | null, teams: KnownTeams): Ownership | undefined {
  const teamSlugs = findTeams(claims?.settings ?? [], teams);
  return teamSlugs.length === 0 ? undefined : { rule: "settings-file", teamSlugs, detail: ".github/flakeboard.yml" };
}

function fromCodeowners(claims: OwnershipClaims | null, teams: KnownTeams): Ownership | undefined {
  const claim = claims?.codeowners ?? null;
  if (claim === null) return undefined;
  const place = `${claim.evidence.path} line ${claim.evidence.line ?? 1}`;
  if (claim.owners.length === 0) return { rule: "none", teamSlugs: [], detail: `${place} leaves it without an owner` };
  // In CODEOWNERS a bare word is no owner at all; only `@organization/team` names a team.
  const named = claim.owners.filter((name) => name.startsWith("@") && name.includes("/"));
  const teamSlugs = findTeams(named, teams);
  return teamSlugs.length === 0 ? undefined : { rule: "codeowners", teamSlugs, detail: place };
}
