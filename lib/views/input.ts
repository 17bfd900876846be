import { inputAgeDaysAt } from "#lib/checks/input-age.ts";
import { upstreamBranchStatus } from "#lib/checks/upstream-branch.ts";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import { type Observed, unknown } from "#lib/model/observed.ts";
import { type Affected, findAffected, type LockedRevision, listLockedRevisions } from "#lib/store/affected.ts";
import { readStateRevision } from "#lib/store/state-revision.ts";
import type { TeamRecord } from "#lib/store/teams.ts";
import { listUpstreamUses, type UpstreamQuestion, type UpstreamUse } from "#lib/store/upstream-uses.ts";
import { listUseMoments, type UseMoment } from "#lib/store/use-moments.ts";
import { type AgeContext, type AgeLane, ageLanes } from "./age-lanes.ts";
import { organizationItem } from "./coverage.ts";
import { repositoryHref, teamHref } from "./hrefs.ts";
import { flakeRepositoriesOf, type InputRow, inputRow, readUsage } from "./inputs.ts";
import { type RepositoryState, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { teamLinks } from "./repository-row.ts";
import type { Coverage, OrganizationItem, TeamLink } from "./shared.ts";
import { createStateMemory } from "./state-memory.ts";
import { upstreamUrl } from "./upstream-item.ts";

// More lines than anybody reads on one page; a revision narrows them, and the counts hold for all.
const usesMax = 1_000;
const revisionsMax = 200;

/** InputUse is one place in which an upstream is used. */
export interface InputUse {
  readonly repository: { readonly name: string; readonly href: string };
  readonly teams: readonly TeamLink[];
  /** The folder of the flake, `.` for the root. */
  readonly directory: string;
  readonly role: UpstreamUse["role"];
  readonly isCounted: boolean;
  readonly isDirect: boolean;
  readonly name: string;
  readonly ref: string | null;
  readonly revision: string | null;
  readonly ageDays: Observed<number>;
  readonly isBeyondLimit: boolean;
  /** The branch gets no fixes any more. */
  readonly isUnsupported: boolean;
  readonly driftDays: number | null;
  readonly reach: UpstreamUse["reach"];
}

/** AffectedItem answers who is affected if the upstream, or the revision in question, is bad. */
export interface AffectedItem extends Omit<Affected, "teams"> {
  readonly teams: readonly (TeamLink & { readonly repositories: number })[];
}

/** RevisionItem is a revision that flakes are locked to now. */
export interface RevisionItem {
  readonly revision: string;
  readonly lastModifiedAt: Instant | null;
  readonly repositories: number;
}

/** InputView is one upstream's page. */
export interface InputView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly sentence: string;
  readonly input: InputRow;
  /** Its page on a public forge; null where there is none that is known. */
  readonly url: string | null;
  readonly limitDays: number;
  readonly branchesAsOf: string;
  /** Eligible repositories with a main flake: what every count is out of. */
  readonly flakeRepositories: number;
  /** The beginning of a revision that was asked about; null asks about all of the upstream. */
  readonly revision: string | null;
  readonly affected: AffectedItem;
  /** How old what is used is, of all revisions. */
  readonly lanes: readonly AgeLane[];
  /** The newest first, at most 200. */
  readonly revisions: readonly RevisionItem[];
  readonly uses: readonly InputUse[];
  /** There are more uses than are listed. */
  readonly isPartial: boolean;
}

/**
 * readInput is one upstream's page; null when there is no organization of that slug, or nothing in it depends on the
 * upstream.
 *
 * @param revision the beginning of a revision in hexadecimal, or null.
 */
export async function readInput(
  context: ReadContext,
  slug: string,
  upstream: string,
  revision: string | null,
): Promise<InputView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const { asOf } = context;
  const { organization, policy } = state;
  const question = { organizationId: organization.id, upstream, revision };
  const usage = (await readUsage(context, state, null)).find((one) => one.upstream === upstream) ?? null;
  const { uses, affected, moments, revisions, isUsed } = await readUses(context, question);
  if (usage === null && !isUsed) return null;
  const input = inputRow(slug, usage ?? unusedUpstream(upstream, uses), policy, asOf);
  const ages = { upstream, isNixpkgs: input.isNixpkgs, policy, asOf };
  const teams = new Map(state.teams.map((team) => [team.id, team]));
  const repositories = new Map(state.repositories.map((repository) => [repository.id, repository]));
  const flakeRepositories = flakeRepositoriesOf(state.repositories);
  return {
    organization: organizationItem(organization),
    coverage: state.coverage,
    sentence: sentenceOf(input, flakeRepositories),
    input,
    url: upstreamUrl(upstream),
    limitDays: input.isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax,
    branchesAsOf: policy.branchStatuses.asOf,
    flakeRepositories,
    revision,
    affected: affectedItem(slug, affected, teams),
    lanes: ageLanes(moments, ages),
    revisions: revisions.map(revisionItem),
    uses: uses.slice(0, usesMax).flatMap((use) => useItem(use, { slug, ...ages, repositories, teams })),
    isPartial: uses.length > usesMax,
  };
}

interface Uses {
  readonly uses: readonly UpstreamUse[];
  readonly affected: Affected;
  readonly moments: readonly UseMoment[];
  readonly revisions: readonly LockedRevision[];
  /** Something uses it, whether it counts or not. */
  readonly isUsed: boolean;
}

// Of each there may be thousands of uses.
const upstreamsMax = 4;
const rememberUses = createStateMemory<Uses>(upstreamsMax);

/** Nixpkgs has thousands of uses; what was found of an upstream is remembered until something changes. */
async function readUses({ database }: ReadContext, question: UpstreamQuestion): Promise<Uses> {
  const revision = await readStateRevision(database);
  const key = `${question.organizationId} ${question.revision} ${question.upstream}`;
  const anyRevision = { ...question, revision: null };
  return rememberUses(database, { key, revision }, async () => ({
    uses: await listUpstreamUses(database, question, usesMax + 1),
    affected: await findAffected(database, question),
    moments: await listUseMoments(database, anyRevision),
    revisions: await listLockedRevisions(database, anyRevision, revisionsMax),
    isUsed: (await listUpstreamUses(database, anyRevision, 1)).length > 0,
  }));
}

/** An upstream that only archived repositories, forks or templates use: in no count, and still with a page. */
function unusedUpstream(upstream: string, found: readonly UpstreamUse[]) {
  return {
    upstream,
    isNixpkgs: found.some(({ isNixpkgs }) => isNixpkgs),
    repositories: 0,
    teams: 0,
    repeating: 0,
    direct: null,
    transitive: null,
  };
}

interface UseContext extends AgeContext {
  readonly slug: string;
  readonly repositories: ReadonlyMap<string, RepositoryState>;
  readonly teams: ReadonlyMap<string, TeamRecord>;
}

function useItem(use: UpstreamUse, { slug, repositories, teams, ...ages }: UseContext): readonly InputUse[] {
  const { upstream, isNixpkgs, policy, asOf } = ages;
  const repository = repositories.get(use.repositoryId);
  if (repository === undefined) return [];
  const { directory, role, isCounted, isDirect, name, ref, revision, driftDays, reach } = use;
  const ageDays = use.lastModified === null ? unknown("no-last-modified") : inputAgeDaysAt(use.lastModified, asOf);
  const limitDays = isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax;
  const status = isNixpkgs ? upstreamBranchStatus(upstream, ref, policy.branchStatuses) : null;
  return [
    {
      repository: { name: repository.name, href: repositoryHref(slug, repository.name) },
      teams: teamLinks(slug, repository.ownerTeamIds, teams),
      directory,
      role,
      isCounted,
      isDirect,
      name,
      ref,
      revision,
      ageDays,
      isBeyondLimit: ageDays.known && ageDays.value > limitDays,
      isUnsupported: status === "unmaintained",
      driftDays,
      reach,
    },
  ];
}

function affectedItem(slug: string, affected: Affected, teams: ReadonlyMap<string, TeamRecord>): AffectedItem {
  return {
    ...affected,
    teams: affected.teams.flatMap(({ teamId, repositories }) => {
      const team = teams.get(teamId);
      return team === undefined
        ? []
        : [{ slug: team.slug, name: team.name, href: teamHref(slug, team.slug), repositories }];
    }),
  };
}

function revisionItem({ revision, seconds, repositories }: LockedRevision): RevisionItem {
  return { revision, lastModifiedAt: seconds === null ? null : instantFromUnixSeconds(seconds), repositories };
}

function sentenceOf({ repositories, direct }: InputRow, flakeRepositories: number): string {
  if (repositories === 0)
    return "Nothing that counts depends on it: only archived repositories, forks, or templates do.";
  const whole = `${formatNumber(repositories)} of ${formatCount(flakeRepositories, "repository with a flake", "repositories with a flake")}`;
  const verb = repositories === 1 ? "depends" : "depend";
  const through = repositories - (direct?.repositories ?? 0);
  const ways =
    through === 0
      ? "all of them directly"
      : `${direct?.repositories ?? 0} directly, ${through} only through other inputs`;
  return `${whole} ${verb} on it: ${ways}.`;
}
