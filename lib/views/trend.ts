import type { Metric } from "#lib/metrics/metric.ts";
import { findGoal, type Goal } from "#lib/model/goal.ts";
import { addDays, dayOf, type Instant } from "#lib/model/instant.ts";
import type { MetricScope } from "#lib/model/metric.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";
import type { Database } from "#lib/store/database.ts";
import { readPointRevision } from "#lib/store/state-revision.ts";
import { listTrendPoints, type StoredTrendPoint, type TrendFilter } from "#lib/store/trend-points.ts";
import { changesHref, whyHref } from "./hrefs.ts";
import type { ReadContext } from "./read-context.ts";
import type { Headline, TrendPoint } from "./shared.ts";
import { createStateMemory } from "./state-memory.ts";
import { rangeStart, type TrendRange } from "./trend-range.ts";

// "Against about a month ago": long enough for a change to show, short enough to remember.
const changeDays = 30;

/** TrendsOf gives the course of a metric in a scope; of one that was not asked for, nothing. */
export type TrendsOf = (metricId: string, scope?: MetricScope) => readonly TrendPoint[];

const ofOrganization: MetricScope = { kind: "organization" };

// Of forty teams over eighteen months a question's points take some megabytes.
const questionsMax = 24;
const rememberCourses = createStateMemory<ReadonlyMap<string, readonly TrendPoint[]>>(questionsMax);

/** readTrends reads the courses of metrics in some scopes over a range, in one query, and remembers them while no point changes. */
export function readTrends(
  { database, asOf }: Pick<ReadContext, "database" | "asOf">,
  organizationId: string,
  asked: { readonly metricIds: readonly string[]; readonly scopes: readonly MetricScope[]; readonly range: TrendRange },
): Promise<TrendsOf> {
  const { metricIds, scopes, range } = asked;
  return readTrendsSince(database, organizationId, { metricIds, scopes, from: rangeStart(range, asOf) });
}

/** readTrendsSince is readTrends from a day on. */
export async function readTrendsSince(
  database: Database,
  organizationId: string,
  filter: TrendFilter,
): Promise<TrendsOf> {
  const key = JSON.stringify([organizationId, filter]);
  const courses = await rememberCourses(database, { key, revision: await readPointRevision(database) }, async () => {
    const points = await listTrendPoints(database, organizationId, filter);
    const byCourse = Map.groupBy(points, ({ metricId, scope }) => courseKey(metricId, scope));
    return new Map([...byCourse].map(([course, ofCourse]) => [course, trendOf(ofCourse)]));
  });
  return (metricId, scope = ofOrganization) => courses.get(courseKey(metricId, scope)) ?? [];
}

function courseKey(metricId: string, scope: MetricScope): string {
  return `${metricId} ${scope.kind === "team" ? scope.teamId : scope.kind}`;
}

/** The points of one course, in order of days, with the days marked on which its rule changed. */
function trendOf(points: readonly StoredTrendPoint[]): readonly TrendPoint[] {
  return points.map(({ metricVersion, metricId: _metric, scope: _scope, ...point }, index) => {
    const before = points[index - 1];
    const isRuleChange = before !== undefined && before.metricVersion !== metricVersion;
    return { ...point, isRuleChange };
  });
}

/** Where a headline stands: the organization, or one of its teams by its slug; and what was set to reach. */
interface HeadlinePlace {
  readonly slug: string;
  readonly team: string | null;
  readonly asOf: Instant;
  readonly goals: readonly Goal[];
}

/** headlineOf is a metric today, with its past. `share` is counted now, from the same repositories as the page shows. */
export function headlineOf(
  metric: Metric,
  share: Share,
  trend: readonly TrendPoint[],
  { slug, team, asOf, goals }: HeadlinePlace,
): Headline {
  const { id: metricId, label, definition } = metric;
  const asked = team === null ? {} : { team };
  const change = changeOf(share, trend, asOf);
  return {
    metricId,
    label,
    definition,
    share,
    change,
    trend,
    goal: findGoal(goals, metricId, team),
    href: whyHref(slug, metricId, asked),
    changesHref: change === null ? null : changesHref(slug, { metric: metricId, ...asked, from: change.sinceDay }),
  };
}

/** changeOf is the change against the last point that is at least a month old; null without one, or without a share to compare. */
export function changeOf(share: Share, trend: readonly TrendPoint[], asOf: Instant): Headline["change"] {
  const before = trend.findLast((point) => point.day <= dayOf(addDays(asOf, -changeDays)));
  const now = shareFraction(share);
  // Where nothing could be told a month ago, as of secrets before the first scan, there is nothing to compare with.
  const isTold = before !== undefined && before.unknown < before.denominator;
  const then = isTold ? shareFraction(before) : null;
  if (before === undefined || now === null || then === null) return null;
  return { sinceDay: before.day, percentagePoints: (now - then) * 100 };
}
