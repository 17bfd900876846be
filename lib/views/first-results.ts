import { adoption, overviewHeadlines } from "#lib/metrics/headlines.ts";
import { measure } from "#lib/metrics/metric.ts";
import { compareNames } from "#lib/model/compare-names.ts";
import type { Share } from "#lib/model/share.ts";
import type { Stage } from "#lib/model/stage.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { findScan, isFirstScan } from "#lib/store/scans.ts";
import { organizationHref, repositoriesHref, repositoryHref, teamHref } from "./hrefs.ts";
import { type OrganizationState, ownedBy, type RepositoryState, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { readScan, type ScanView } from "./scan.ts";
import type { Coverage } from "./shared.ts";

/** FirstResults is what the first scan of an organization has shown so far; what was not read yet counts as unknown. */
export interface FirstResults {
  /** Where the whole of it is, once the scan has ended. */
  readonly hrefs: { readonly overview: string; readonly teams: string; readonly repositories: string };
  readonly headlines: readonly { readonly metricId: string; readonly label: string; readonly share: Share }[];
  /** Repositories with a main flake: how many, and those that were read first, so that the list only grows. */
  readonly flakes: { readonly count: number; readonly first: readonly FirstFlake[] };
  /** Teams that own a repository that counts: how many, and those with the most. */
  readonly teams: { readonly count: number; readonly largest: readonly FirstTeam[] };
}

/** FirstFlake is one repository with a flake, as soon as it was read. */
export interface FirstFlake {
  readonly name: string;
  readonly href: string;
  readonly stages: readonly Stage[];
}

/** FirstTeam is one team with how many of its repositories have a flake, as far as they were read. */
export interface FirstTeam {
  readonly slug: string;
  readonly name: string;
  readonly href: string;
  readonly share: Share;
}

const shownMax = 8;

/** readFirstResults is what a first scan has shown so far; null for a later scan, and when there is no such scan. */
export async function readFirstResults(context: ReadContext, scanId: string): Promise<FirstResults | null> {
  const { database } = context;
  const scan = await findScan(database, scanId);
  if (scan === null || !(await isFirstScan(database, scan))) return null;
  const organization = (await listOrganizations(database)).find(({ id }) => id === scan.organizationId);
  const state = organization === undefined ? null : await readOrganizationState(context, organization.slug);
  return state === null ? null : firstResults(state);
}

function firstResults(state: OrganizationState): FirstResults {
  const { repositories } = state;
  const { slug } = state.organization;
  const flakes = repositories.filter(hasMainFlake).toSorted(byReading);
  const teams = teamsOf(state);
  return {
    hrefs: {
      overview: organizationHref(slug),
      teams: `${organizationHref(slug)}/teams`,
      repositories: repositoriesHref(slug),
    },
    headlines: overviewHeadlines.map((metric) => ({
      metricId: metric.id,
      label: metric.label,
      share: measure(metric, repositories),
    })),
    flakes: {
      count: flakes.length,
      first: flakes.slice(0, shownMax).map(({ name, stages }) => ({ name, href: repositoryHref(slug, name), stages })),
    },
    teams: { count: teams.length, largest: teams.slice(0, shownMax) },
  };
}

function hasMainFlake({ isEligible, snapshot }: RepositoryState): boolean {
  return isEligible && (snapshot?.flakes.some(({ role }) => role === "main") ?? false);
}

function byReading(one: RepositoryState, other: RepositoryState): number {
  const [first = "", second = ""] = [one.snapshot?.readAt, other.snapshot?.readAt];
  return first === second ? compareNames(one.name, other.name) : first < second ? -1 : 1;
}

function teamsOf(state: OrganizationState): readonly FirstTeam[] {
  const { slug } = state.organization;
  return state.teams
    .map((team) => ({
      slug: team.slug,
      name: team.name,
      href: teamHref(slug, team.slug),
      share: measure(adoption, ownedBy(team, state.repositories)),
    }))
    .filter(({ share }) => share.denominator > 0)
    .toSorted((one, other) => other.share.denominator - one.share.denominator || compareNames(one.name, other.name));
}

/** RunningFirst is the first scan of an organization while it runs, with what it has shown so far. */
export interface RunningFirst {
  readonly scan: ScanView;
  readonly results: FirstResults;
}

/** readRunningFirst is the first scan of an organization while it is queued or runs; null when none is. */
export async function readRunningFirst(
  context: ReadContext,
  slug: string,
  { runningScanId }: Pick<Coverage, "runningScanId">,
): Promise<RunningFirst | null> {
  if (runningScanId === null) return null;
  const scan = await readScan(context, slug, runningScanId);
  const results = await readFirstResults(context, runningScanId);
  return scan === null || results === null ? null : { scan, results };
}
