import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { TeamRecord } from "#lib/store/teams.ts";
import { brokenFileOf } from "./broken-file.ts";
import { repositoriesHref, repositoryHref, teamHref } from "./hrefs.ts";
import { type OrganizationState, ownedBy, type RepositoryState } from "./organization-state.ts";
import type { NextMove } from "./overview.ts";
import type { PlacedTeam } from "./team-tree.ts";

const movesMax = 5;

/**
 * nextMoves are the few things most worth doing, the most urgent first: what is broken, then the team that has
 * furthest to go, then inputs that are stale where nothing updates them. At most one move a repository or team.
 */
export function nextMoves(state: OrganizationState): readonly NextMove[] {
  const counted = state.repositories.filter((repository) => repository.isEligible && repository.isRead);
  const moves = [
    ...counted.flatMap((one) => brokenMove(state, one)),
    ...teamMoves(state),
    ...staleMoves(state, counted),
  ];
  const seen = new Set<string>();
  return moves.filter(({ href }) => !seen.has(href) && seen.add(href)).slice(0, movesMax);
}

function brokenMove(state: OrganizationState, repository: RepositoryState): readonly NextMove[] {
  const broken = brokenFileOf(repository);
  if (broken === undefined) return [];
  return [
    {
      id: `broken ${repository.id}`,
      subject: repository.name,
      step: `Mend ${broken.file}`,
      why: "Nix refuses it, so nobody can use the flake.",
      href: repositoryHref(state.organization.slug, repository.name),
    },
  ];
}

/** The team with the most repositories that have no flake yet. */
function teamMoves(state: OrganizationState): readonly NextMove[] {
  const candidates = state.teams.map((team) => ({ team, ...gap(team, state) })).filter(({ without }) => without > 0);
  const [furthest] = candidates.toSorted((one, other) => other.without - one.without);
  if (furthest === undefined) return unownedMove(state);
  const { team, without, eligible } = furthest;
  return [
    {
      id: `team ${team.id}`,
      subject: team.name,
      step: "Start with one development shell",
      why: `${without} of its ${formatCount(eligible, "eligible repository has", "eligible repositories have")} no flake.`,
      href: teamHref(state.organization.slug, team.slug),
    },
  ];
}

/** Where no team has anything to adopt, or there are no teams: what nobody owns. */
function unownedMove(state: OrganizationState): readonly NextMove[] {
  const eligible = state.repositories.filter((repository) => repository.isEligible);
  const without = eligible.filter((repository) => hasOutcome(repository, "flake-present", "fail"));
  const [first] = without.toSorted((one, other) => one.name.localeCompare(other.name));
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
  const without = eligible.filter((repository) => hasOutcome(repository, "flake-present", "fail")).length;
  return { without, eligible: eligible.length };
}

/** Repositories with the most stale inputs first, among those where nothing updates them. */
function staleMoves(state: OrganizationState, repositories: readonly RepositoryState[]): readonly NextMove[] {
  const stale = repositories
    .filter((repository) => hasOutcome(repository, "updates-automated", "fail"))
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

function hasOutcome(repository: RepositoryState, checkId: string, outcome: string): boolean {
  return repository.findings.some((one) => one.checkId === checkId && one.outcome === outcome && !one.isWaived);
}

function failing(repository: RepositoryState, checkId: string): number {
  return repository.findings.filter((one) => one.checkId === checkId && one.outcome === "fail" && !one.isWaived).length;
}
