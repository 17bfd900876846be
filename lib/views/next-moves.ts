import { formatCount, formatNumber } from "#lib/format/format.ts";
import { compareNames } from "#lib/model/compare-names.ts";
import type { TeamRecord } from "#lib/store/teams.ts";
import { branchMove, checkMoves, errorMoves, fails, lockMove } from "./check-moves.ts";
import { repositoriesHref, repositoryHref, teamHref } from "./hrefs.ts";
import { type OrganizationState, ownedBy, type RepositoryState } from "./organization-state.ts";
import type { NextMove } from "./overview.ts";
import type { PlacedTeam } from "./team-tree.ts";

const movesMax = 5;
// More of one kind read alike, and leave no room for what else is worth doing.
const likesMax = 2;

/**
 * nextMoves are the few things most worth doing, the most urgent first: what Nix refuses and what is no secret any
 * more, then the team that has furthest to go, locks that came apart from their flakes, inputs that are stale where
 * nothing updates them, branches without fixes, and another team. What a check says of many repositories is one move;
 * of the rest at most two are of a kind, unless there is nothing else to do. No page is led to twice.
 */
export function nextMoves(state: OrganizationState): readonly NextMove[] {
  const counted = state.repositories.filter((repository) => repository.isEligible && repository.isRead);
  const [furthest, ...others] = teamMoves(state).map((move) => [move]);
  const kinds = [
    ...errorMoves.map((move) => checkMoves(state, counted, move)),
    furthest ?? [],
    checkMoves(state, counted, lockMove),
    staleMoves(state, counted),
    checkMoves(state, counted, branchMove),
    others.flat().slice(0, likesMax - 1),
  ];
  const seen = new Set<string>();
  const fresh = kinds.map((moves) => moves.filter(({ href }) => !seen.has(href) && seen.add(href)));
  const first = fresh.flatMap((moves) => moves.slice(0, likesMax));
  const rest = fresh.flatMap((moves) => moves.slice(likesMax));
  return [...first, ...rest].slice(0, movesMax);
}

/** The teams with the most repositories that have no flake yet, that with the most first. */
function teamMoves(state: OrganizationState): readonly NextMove[] {
  const candidates = state.teams.map((team) => ({ team, ...gap(team, state) })).filter(({ without }) => without > 0);
  if (candidates.length === 0) return unownedMove(state);
  return candidates
    .toSorted((one, other) => other.without - one.without)
    .map(({ team, without, eligible }) => ({
      id: `team ${team.id}`,
      subject: team.name,
      step: "Start with one development shell",
      why: `${without} of its ${formatCount(eligible, "eligible repository has", "eligible repositories have")} no flake.`,
      href: teamHref(state.organization.slug, team.slug),
    }));
}

/** Where no team has anything to adopt, or there are no teams: what nobody owns. */
function unownedMove(state: OrganizationState): readonly NextMove[] {
  const eligible = state.repositories.filter((repository) => repository.isEligible);
  const without = eligible.filter((repository) => fails(repository, "flake-present"));
  const [first] = without.toSorted((one, other) => compareNames(one.name, other.name));
  if (first === undefined) return [];
  return [
    {
      id: "unowned",
      subject: without.length === 1 ? first.name : state.organization.name,
      step: "Start with one development shell",
      why: `${formatNumber(without.length)} of ${formatCount(eligible.length, "eligible repository has", "eligible repositories have")} no flake.`,
      href: repositoriesHref(state.organization.slug, { check: "flake-present" }),
    },
  ];
}

function gap(
  team: PlacedTeam<TeamRecord>,
  state: OrganizationState,
): { readonly without: number; readonly eligible: number } {
  const eligible = ownedBy(team, state.repositories).filter((repository) => repository.isEligible);
  const without = eligible.filter((repository) => fails(repository, "flake-present")).length;
  return { without, eligible: eligible.length };
}

/** Repositories with the most stale inputs first, among those where nothing updates them. */
function staleMoves(state: OrganizationState, repositories: readonly RepositoryState[]): readonly NextMove[] {
  const stale = repositories
    .filter((repository) => fails(repository, "updates-automated"))
    .map((repository) => ({ repository, count: failing(repository, "inputs-fresh") }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
  return stale.map(({ repository, count }) => ({
    id: `stale ${repository.id}`,
    subject: repository.name,
    step: "Automate updates of flake.lock",
    why: `${formatCount(count, "input is", "inputs are")} beyond the age limit, and nothing updates flake.lock by itself.`,
    href: repositoryHref(state.organization.slug, repository.name),
  }));
}

function failing(repository: RepositoryState, checkId: string): number {
  return repository.findings.filter((one) => one.checkId === checkId && one.outcome === "fail" && !one.isWaived).length;
}
