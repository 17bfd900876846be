import { findMetric } from "#lib/checks/counted.ts";
import { formatDay } from "#lib/format/format.ts";
import { countOn } from "#lib/metrics/count-on.ts";
import { findMedian, type Median } from "#lib/metrics/figures.ts";
import { medianInputAgeDays } from "#lib/metrics/median-age.ts";
import type { Metric } from "#lib/metrics/metric.ts";
import { measure, sumShares } from "#lib/metrics/metric.ts";
import { createTeamScopes } from "#lib/metrics/team-scopes.ts";
import { compareNames } from "#lib/model/compare-names.ts";
import { type Day, dayOf } from "#lib/model/instant.ts";
import { whyNotEligible } from "#lib/model/repository.ts";
import type { Share } from "#lib/model/share.ts";
import { listCommitsOn } from "#lib/store/commits-of-days.ts";
import type { Database } from "#lib/store/database.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { type MetricItem, medianItem, metricItem } from "./asked-metric.ts";
import { readCountCourses, wasIn } from "./count-courses.ts";
import { organizationItem } from "./coverage.ts";
import { repositoryHref, teamHref } from "./hrefs.ts";
import { medianReason, readReasons } from "./metric-reasons.ts";
import { type OrganizationState, ownedBy, readOrganizationState } from "./organization-state.ts";
import { readPastAges } from "./past-ages.ts";
import type { ReadContext } from "./read-context.ts";
import { teamLinks } from "./repository-row.ts";
import type { Coverage, OrganizationItem, TeamLink } from "./shared.ts";
import { notEligibleReasons, type Standing, standingOf } from "./standing.ts";

/** WhyRow is one repository behind a figure. */
export interface WhyRow {
  readonly name: string;
  readonly href: string;
  readonly teams: readonly TeamLink[];
  readonly standing: Standing;
  /** What it counts; null while it does not count at all. */
  readonly share: Share | null;
  readonly reason: string;
  /** The commit that was looked at; null when it is not known. */
  readonly commit: string | null;
}

/** WhyView is why a metric is what it is, repository by repository. */
export interface WhyView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly metric: MetricItem;
  readonly team: TeamLink | null;
  /** To choose from. */
  readonly teams: readonly TeamLink[];
  /** The day of the past that was asked about; null for now. */
  readonly day: Day | null;
  /** Whether that day was observed by scans or rebuilt from git. */
  readonly origin: "observed" | "backfilled";
  /** Of a median: the inputs of known age, of all. */
  readonly share: Share;
  /** What the figure is: a share, or a median in days, null where no age is known. */
  readonly figure: { readonly kind: "share" } | { readonly kind: "median"; readonly days: number | null };
  readonly rows: readonly WhyRow[];
}

/** WhyQuestion is which figure is asked about. */
export interface WhyQuestion {
  readonly metricId: string;
  readonly team: string | null;
  /** Null asks about now. */
  readonly day: Day | null;
}

/** readWhy is why a metric is what it is; null when there is no organization, metric or team of that name. */
export async function readWhy(context: ReadContext, slug: string, question: WhyQuestion): Promise<WhyView | null> {
  const metric = findMetric(question.metricId) ?? findMedian(question.metricId);
  const state = metric === undefined ? null : await readOrganizationState(context, slug);
  if (metric === undefined || state === null) return null;
  const team = state.teams.find((one) => one.slug === question.team) ?? null;
  if (question.team !== null && team === null) return null;
  const link = (one: { readonly slug: string; readonly name: string }): TeamLink => ({
    slug: one.slug,
    name: one.name,
    href: teamHref(slug, one.slug),
  });
  // Today is told from what stands now, with its reasons; an earlier day from what was counted then.
  const day = question.day === null || question.day >= dayOf(context.asOf) ? null : question.day;
  const answer =
    day === null ? await whyNow(context, state, metric, team) : await whyThen(context, state, metric, team, day);
  return {
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    metric: "kind" in metric ? medianItem(metric) : metricItem(metric),
    team: team === null ? null : link(team),
    teams: state.teams.map(link),
    day,
    ...answer,
  };
}

type Team = OrganizationState["teams"][number];
type Answer = Pick<WhyView, "origin" | "share" | "figure" | "rows">;

/** A share, or a median. */
type Asked = Metric | Median;

async function whyNow(
  context: ReadContext,
  state: OrganizationState,
  metric: Asked,
  team: Team | null,
): Promise<Answer> {
  const repositories = team === null ? state.repositories : ownedBy(team, state.repositories);
  const reasonOf =
    "kind" in metric ? medianReason(metric, context.asOf) : await readReasons(context, state.organization.id, metric);
  const teams = new Map(state.teams.map((one) => [one.id, one]));
  const rows = repositories.map((repository) => {
    const { slug } = state.organization;
    const notEligible = whyNotEligible(repository, repository.isExcluded);
    const share = metric.count(repository);
    return {
      name: repository.name,
      href: repositoryHref(slug, repository.name),
      teams: teamLinks(slug, repository.ownerTeamIds, teams),
      ...(notEligible === null
        ? { standing: standingOf(share), share, reason: reasonOf(repository) }
        : { standing: "not-eligible" as const, share: null, reason: notEligibleReasons[notEligible] }),
      commit: repository.snapshot?.commit ?? null,
    };
  });
  return {
    origin: "observed",
    share: measure(metric, repositories),
    figure:
      "kind" in metric
        ? { kind: "median", days: medianInputAgeDays(repositories, dayOf(context.asOf)) }
        : { kind: "share" },
    rows: inOrder(rows),
  };
}

async function whyThen(
  { database }: ReadContext,
  state: OrganizationState,
  metric: Asked,
  team: Team | null,
  day: Day,
): Promise<Answer> {
  const { id, slug } = state.organization;
  const { courses, eras } = await readCountCourses(database, id, metric, { from: day, to: day });
  const origin = eras.firstCounted !== null && day >= eras.firstCounted ? "observed" : "backfilled";
  const agesOf = "kind" in metric ? await readPastAges(database, id, metric, { day, origin }) : () => null;
  const commits = new Map((await listCommitsOn(database, id, day)).map((one) => [one.repositoryId, one]));
  const teams = new Map(state.teams.map((one) => [one.id, one]));
  const scopesOf = createTeamScopes(state.teams);
  const reasonThen = (repositoryId: string, share: Share) =>
    [agesOf(repositoryId, share), sinceWords(commits.get(repositoryId)?.from)].filter((one) => one !== null).join(" ");
  const rows = courses.flatMap((course): readonly WhyRow[] => {
    const count = countOn(course, metric, day, eras);
    if (count.kind === "absent" || !wasIn(course, team, day, eras, scopesOf)) return [];
    const commit = commits.get(course.repositoryId);
    const what =
      count.kind === "counted"
        ? {
            standing: standingOf(count.share),
            share: count.share,
            reason: reasonThen(course.repositoryId, count.share),
          }
        : { standing: "not-eligible" as const, share: null, reason: notEligibleReasons[count.reason] };
    return [
      {
        name: course.name,
        href: repositoryHref(slug, course.name),
        teams: teamLinks(slug, course.ownerTeamIds, teams),
        ...what,
        commit: commit?.commit ?? null,
      },
    ];
  });
  return {
    origin,
    share: sumShares(rows.flatMap(({ share }) => share ?? [])),
    figure:
      "kind" in metric ? { kind: "median", days: await medianOn(database, id, metric, team, day) } : { kind: "share" },
    rows: inOrder(rows),
  };
}

/** A median is no sum of what each repository counted then: it is told as it was counted. */
async function medianOn(
  database: Database,
  organizationId: string,
  { id }: Median,
  team: Team | null,
  day: Day,
): Promise<number | null> {
  const scope = team === null ? ({ kind: "organization" } as const) : ({ kind: "team", teamId: team.id } as const);
  const points = await listMetricPoints(database, organizationId, { metricIds: [id], scope, to: day });
  return points.at(-1)?.value ?? null;
}

function sinceWords(from: Day | undefined): string {
  return from === undefined ? "Its content of that day is not known." : `As it stood since ${formatDay(from)}.`;
}

const standingOrder = {
  out: 0,
  unknown: 1,
  part: 2,
  in: 3,
  "not-applicable": 4,
  "not-eligible": 5,
} as const satisfies Record<Standing, number>;

/** What is not in stands first: it is what a reader can change. */
function inOrder(rows: readonly WhyRow[]): readonly WhyRow[] {
  return rows.toSorted(
    (one, other) => standingOrder[one.standing] - standingOrder[other.standing] || compareNames(one.name, other.name),
  );
}
