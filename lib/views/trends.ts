import { authorizeRead } from "#lib/access/authorize.ts";
import { findMetric, metrics } from "#lib/checks/counted.ts";
import { type Figure, figures, findMedian, type Median } from "#lib/metrics/figures.ts";
import { adoption } from "#lib/metrics/headlines.ts";
import type { Metric } from "#lib/metrics/metric.ts";
import { createTeamScopes } from "#lib/metrics/team-scopes.ts";
import { findGoal, type Goal } from "#lib/model/goal.ts";
import { type Day, dayOf } from "#lib/model/instant.ts";
import type { MetricScope } from "#lib/model/metric.ts";
import { type AdoptingRepository, listFirstAdoptions } from "#lib/store/first-adoptions.ts";
import { findOrganization, type OrganizationRecord } from "#lib/store/organizations.ts";
import { findPolicy } from "#lib/store/policies.ts";
import { readPointRevision, readStateRevision } from "#lib/store/state-revision.ts";
import { listTeams, type TeamRecord } from "#lib/store/teams.ts";
import { courseGroups, type MetricGroup, type MetricItem, medianItem, metricItem } from "./asked-metric.ts";
import { organizationItem } from "./coverage.ts";
import { repositoryHref, teamHref, whyHref } from "./hrefs.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem, TeamLink, TrendPoint } from "./shared.ts";
import { createStateMemory } from "./state-memory.ts";
import { orderTeams } from "./team-tree.ts";
import { readTrends } from "./trend.ts";
import type { TrendRange } from "./trend-range.ts";

/** Course is one metric, a share or a median, of one subject over time; no team is the whole organization. */
export interface Course {
  readonly metric: MetricItem;
  readonly team: TeamLink | null;
  readonly points: readonly TrendPoint[];
  readonly goal: Goal | null;
}

/** TrendsView is courses to look at: every theme side by side, or one metric with its teams. */
export interface TrendsView {
  readonly organization: OrganizationItem;
  readonly metrics: readonly MetricGroup[];
  readonly teams: readonly TeamLink[];
  /** The metric that was chosen; null shows every theme. */
  readonly metric: MetricItem | null;
  /** The teams that were chosen, at most `teamsMax`, in tree order. */
  readonly chosen: readonly TeamLink[];
  /** With a metric: the organization first, then the chosen teams. Without: every theme of the first chosen team, or of the organization. */
  readonly courses: readonly Course[];
  /** With a metric: that of every team, to compare at a glance. */
  readonly ofTeams: readonly Course[];
  /** Without a metric: the figures that are no shares, as they stand at the end of the range. */
  readonly figures: readonly FigureItem[];
  /** With adoption: who adopted flakes and when, the newest first; of the chosen teams where there are any. */
  readonly adoptions: readonly AdoptionItem[];
}

/** FigureItem is a metric that is no share, over the range; `last` is its last point that counted anything. */
export interface FigureItem extends Pick<Figure, "id" | "label" | "definition" | "kind" | "units"> {
  readonly points: readonly TrendPoint[];
  readonly last: TrendPoint;
  /** The figure taken apart, repository by repository; null where there is no such page. */
  readonly href: string | null;
}

/** AdoptionItem is when one repository first held a main flake. */
export interface AdoptionItem {
  readonly name: string;
  readonly href: string;
  readonly teams: readonly string[];
  readonly day: Day;
  /** Otherwise it had one on this day already, and nobody knows since when. */
  readonly isExact: boolean;
}

/** TrendsQuestion is what is asked for; names of teams and metrics that do not exist count as not asked. */
export interface TrendsQuestion {
  readonly metricId: string | null;
  readonly teams: readonly string[];
  readonly range: TrendRange;
}

/** teamsMax is how many teams one chart can tell apart. */
export const teamsMax = 5;

/** readTrendsView is the courses that were asked for; null when there is no organization of that slug. */
export async function readTrendsView(
  context: ReadContext,
  slug: string,
  question: TrendsQuestion,
): Promise<TrendsView | null> {
  authorizeRead(context.actor);
  const organization = await findOrganization(context.database, slug);
  if (organization === null) return null;
  const teams = orderTeams(await listTeams(context.database, organization.id));
  const { policy } = await findPolicy(context.database, organization.id);
  const metric = findMetric(question.metricId ?? "") ?? findMedian(question.metricId ?? "") ?? null;
  const chosen = teams.filter((team) => question.teams.includes(team.slug)).slice(0, teamsMax);
  const link = ({ slug: team, name }: TeamRecord): TeamLink => ({ slug: team, name, href: teamHref(slug, team) });
  const shown = metric === null ? themeMetrics : [metric];
  const trends = await readTrends(context, organization.id, {
    metricIds: [...shown, ...(metric === null ? figures : [])].map(({ id }) => id),
    scopes: scopesOf(metric, teams, chosen),
    range: question.range,
  });
  const courseOf = (each: Asked, team: TeamRecord | null): Course => ({
    metric: itemOf(each),
    team: team === null ? null : link(team),
    points: trends(each.id, scopeOf(team)),
    goal: findGoal(policy.goals, each.id, team?.slug ?? null),
  });
  return {
    organization: organizationItem(organization),
    metrics: courseGroups(),
    teams: teams.map(link),
    metric: metric === null ? null : itemOf(metric),
    chosen: chosen.map(link),
    courses:
      metric === null
        ? themeMetrics.map((each) => courseOf(each, chosen[0] ?? null)).filter(isMeasured)
        : [courseOf(metric, null), ...chosen.map((team) => courseOf(metric, team))],
    ofTeams: metric === null ? [] : teams.map((team) => courseOf(metric, team)).filter(isMeasured),
    figures:
      metric === null
        ? figures.flatMap((figure) =>
            figureItem(figure, trends(figure.id, scopeOf(chosen[0] ?? null)), slug, chosen[0]),
          )
        : [],
    adoptions: metric === adoption ? await readAdoptions(context, organization, teams, chosen) : [],
  };
}

/** A share, or a median. */
type Asked = Metric | Median;

function itemOf(asked: Asked): MetricItem {
  return "kind" in asked ? medianItem(asked) : metricItem(asked);
}

function figureItem(
  { id, label, definition, kind, units }: Figure,
  points: readonly TrendPoint[],
  slug: string,
  team: TeamRecord | undefined,
): readonly FigureItem[] {
  const last = points.findLast(({ denominator }) => denominator > 0);
  const href = kind === "median" ? whyHref(slug, id, team === undefined ? {} : { team: team.slug }) : null;
  return last === undefined ? [] : [{ id, label, definition, kind, units, points, last, href }];
}

/** Adoption is counted in repositories, as everywhere; each other theme by its findings. */
const themeMetrics = [adoption, ...metrics.filter(({ basis }) => basis.kind === "theme" && basis.theme !== "adoption")];

function scopesOf(
  metric: Asked | null,
  teams: readonly TeamRecord[],
  chosen: readonly TeamRecord[],
): readonly MetricScope[] {
  if (metric === null) return [scopeOf(chosen[0] ?? null)];
  return [scopeOf(null), ...teams.map(scopeOf)];
}

function scopeOf(team: TeamRecord | null): MetricScope {
  return team === null ? { kind: "organization" } : { kind: "team", teamId: team.id };
}

// The newest are what a reader looks for; the curve has the rest.
const adoptionsMax = 60;

// Each holds a line for every repository that adopted.
const organizationsMax = 4;
const rememberAdoptions = createStateMemory<readonly AdoptingRepository[]>(organizationsMax);

async function readAdoptions(
  { database }: ReadContext,
  organization: OrganizationRecord,
  teams: readonly TeamRecord[],
  chosen: readonly TeamRecord[],
): Promise<readonly AdoptionItem[]> {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const scopesOfOwners = createTeamScopes(teams);
  // Owners and snapshots are the state's; how far back a past is known changes with the points.
  const revision = `${await readStateRevision(database)}, ${await readPointRevision(database)}`;
  const adopting = await rememberAdoptions(database, { key: organization.id, revision }, () =>
    listFirstAdoptions(database, organization.id),
  );
  return adopting
    .filter(({ ownerTeamIds }) => {
      const scopes = scopesOfOwners(ownerTeamIds);
      return chosen.length === 0 || chosen.some(({ id }) => scopes.has(id));
    })
    .slice(0, adoptionsMax)
    .map(({ name, ownerTeamIds, adoption: { at, isExact } }) => ({
      name,
      href: repositoryHref(organization.slug, name),
      teams: ownerTeamIds.flatMap((id) => names.get(id) ?? []),
      day: dayOf(at),
      isExact,
    }));
}

function isMeasured({ points }: Course): boolean {
  return points.some(({ denominator }) => denominator > 0);
}
