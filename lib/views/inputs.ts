import { upstreamBranchStatus } from "#lib/checks/upstream-branch.ts";
import { formatCount } from "#lib/format/format.ts";
import { createTeamScopes } from "#lib/metrics/team-scopes.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { BranchStatus, Policy } from "#lib/model/policy.ts";
import type { DriftCounts, ReachCounts } from "#lib/store/direct-usage.ts";
import { listUpstreamUsage, type UpstreamUsage, type UsageCounts } from "#lib/store/input-usage.ts";
import { readStateRevision } from "#lib/store/state-revision.ts";
import { type AgeSpread, agesOfUses } from "./age-spread.ts";
import { organizationItem } from "./coverage.ts";
import { teamHref } from "./hrefs.ts";
import { type OrganizationState, ownedBy, type RepositoryState, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import type { Coverage, OrganizationItem, TeamLink } from "./shared.ts";
import { createStateMemory } from "./state-memory.ts";
import { type UpstreamItem, upstreamItem } from "./upstream-item.ts";

/** UsageItem is how an upstream is used in one way: declared, or brought in by another input. */
export interface UsageItem {
  readonly repositories: number;
  readonly revisions: number;
  /** Null when no age is known. */
  readonly spread: AgeSpread | null;
  readonly unknownAges: number;
}

/** RefItem is a branch, tag or version range that inputs ask for. */
export interface RefItem {
  /** Null is the default branch, or none. */
  readonly ref: string | null;
  readonly inputs: number;
  readonly repositories: number;
  /** Of a Nixpkgs; null for any other upstream, of whose branches nothing is known. */
  readonly status: BranchStatus | "unknown" | null;
}

/** InputRow is one upstream that the organization depends on. */
export interface InputRow extends UpstreamItem {
  readonly isNixpkgs: boolean;
  /** Repositories that depend on it, directly or through others. */
  readonly repositories: number;
  readonly teams: number;
  /** Repositories with a lock that holds it more than once. */
  readonly repeating: number;
  readonly direct: (UsageItem & { readonly reach: ReachCounts; readonly drift: DriftCounts }) | null;
  readonly transitive: UsageItem | null;
  readonly refs: readonly RefItem[];
}

/** InputsView is the list of upstreams, whole; the page filters and sorts it. */
export interface InputsView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly sentence: string;
  /** Whose repositories are counted; null is everybody's. */
  readonly team: TeamLink | null;
  readonly teams: readonly TeamLink[];
  /** Eligible repositories with a main flake: what every count is out of. */
  readonly flakeRepositories: number;
  readonly limits: { readonly nixpkgsDays: number; readonly inputDays: number };
  /** The day of the list that branches are judged by. */
  readonly branchesAsOf: string;
  readonly inputs: readonly InputRow[];
}

// An organization, and some of its teams.
const scopesMax = 4;
const rememberUsage = createStateMemory<readonly UpstreamUsage[]>(scopesMax);

/**
 * readInputs is every upstream that the main flakes of eligible repositories depend on, the most used first; null
 * when there is no organization of that slug.
 *
 * @param teamSlug counts only the repositories of this team and those below it; one that does not exist counts as none
 * named.
 */
export async function readInputs(
  context: ReadContext,
  slug: string,
  teamSlug: string | null,
): Promise<InputsView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const { organization, policy, teams } = state;
  const team = teams.find((one) => one.slug === teamSlug) ?? null;
  const usage = await readUsage(context, state, team?.id ?? null);
  const inputs = usage.map((one) => inputRow(slug, one, policy, context.asOf));
  const flakeRepositories = flakeRepositoriesOf(team === null ? state.repositories : ownedBy(team, state.repositories));
  return {
    organization: organizationItem(organization),
    coverage: state.coverage,
    sentence: sentenceOf(inputs, flakeRepositories, team?.name ?? organization.name),
    team: team === null ? null : teamLink(slug, team),
    teams: teams.map((one) => teamLink(slug, one)),
    flakeRepositories,
    limits: { nixpkgsDays: policy.nixpkgsAgeDaysMax, inputDays: policy.inputAgeDaysMax },
    branchesAsOf: policy.branchStatuses.asOf,
    inputs,
  };
}

/**
 * readUsage is how the repositories of a team, or of everybody, use each upstream. Counting goes through every lock
 * node, so it is done once and remembered until something changes.
 */
export async function readUsage(
  { database }: ReadContext,
  { organization, teams }: OrganizationState,
  teamId: string | null,
): Promise<readonly UpstreamUsage[]> {
  const scopesOf = createTeamScopes(teams);
  const below = teams.filter(({ id }) => teamId !== null && scopesOf([id]).has(teamId)).map(({ id }) => id);
  const scope = { organizationId: organization.id, teamIds: teamId === null ? null : below };
  const revision = await readStateRevision(database);
  const key = `${organization.id} ${teamId}`;
  return rememberUsage(database, { key, revision }, () => listUpstreamUsage(database, scope));
}

/** flakeRepositoriesOf counts the repositories that count and have a main flake: what every count of uses is out of. */
export function flakeRepositoriesOf(repositories: readonly RepositoryState[]): number {
  const hasFlake = ({ snapshot }: RepositoryState) => snapshot?.flakes.some(({ role }) => role === "main") ?? false;
  return repositories.filter((repository) => repository.isEligible && hasFlake(repository)).length;
}

function teamLink(slug: string, team: { readonly slug: string; readonly name: string }): TeamLink {
  return { slug: team.slug, name: team.name, href: teamHref(slug, team.slug) };
}

/** inputRow is one upstream as the list of inputs shows it. */
export function inputRow(slug: string, usage: UpstreamUsage, policy: Policy, asOf: Instant): InputRow {
  const { upstream, isNixpkgs, repositories, teams, repeating, direct, transitive } = usage;
  const limitDays = isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax;
  const item = (counts: UsageCounts): UsageItem => {
    const { spread, unknown } = agesOfUses(counts.moments, counts.uses, { asOf, limitDays });
    return { repositories: counts.repositories, revisions: counts.revisions, spread, unknownAges: unknown };
  };
  return {
    ...upstreamItem(slug, upstream),
    isNixpkgs,
    repositories,
    teams,
    repeating,
    direct: direct === null ? null : { ...item(direct), reach: direct.reach, drift: direct.drift },
    transitive: transitive === null ? null : item(transitive),
    refs: (direct?.refs ?? []).map((ref) => ({
      ...ref,
      status: isNixpkgs ? upstreamBranchStatus(upstream, ref.ref, policy.branchStatuses) : null,
    })),
  };
}

function sentenceOf(inputs: readonly InputRow[], flakeRepositories: number, asked: string): string {
  if (flakeRepositories === 0) return `${asked} has no flake yet, so it depends on nothing through one.`;
  const direct = inputs.filter((row) => row.direct !== null).length;
  const through = inputs.length - direct;
  const whole = formatCount(inputs.length, "upstream", "upstreams");
  const flakes = formatCount(flakeRepositories, "repository with a flake", "repositories with a flake");
  return `${asked} depends on ${whole} through ${flakes}: ${direct} asked for by name, ${through} only brought in by others.`;
}
