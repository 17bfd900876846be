import type { Day } from "#lib/model/instant.ts";
import type { MetricPoint, MetricScope, PointOrigin } from "#lib/model/metric.ts";
import type { Database } from "./database.ts";
import { toStorableJson } from "./storable.ts";

/** ScopedMetricPoint is a metric point together with what it is about. */
export interface ScopedMetricPoint extends MetricPoint {
  readonly scope: MetricScope;
}

// Keeps one statement, and the time for which the embedded database is busy with it, small: some 130 kB, of which Prisma
// keeps the last few dozen for its reports of errors.
const chunkSize = 500;

/**
 * recordMetricPoints records points by organization, scope, metric and day; a later one of the same day replaces the
 * earlier one. A point that was observed is never replaced by one that was rebuilt from history.
 *
 * @param scanId the scan that measured them; null for points rebuilt from history.
 */
export async function recordMetricPoints(
  db: Database,
  organizationId: string,
  scanId: string | null,
  points: readonly ScopedMetricPoint[],
): Promise<void> {
  const rows = new Map(
    points.map((point) => [`${scopeKey(point.scope)} ${point.metricId} ${point.day}`, toRow(point)]),
  );
  const all = [...rows.values()];
  for (let start = 0; start < all.length; start += chunkSize) {
    await db.client.$executeRaw`
      INSERT INTO metric_point (organization_id, scope, team_id, metric_id, day, metric_version, numerator, denominator,
        unknown, value, origin, scan_id)
      SELECT ${organizationId}::uuid, row.scope, row.team_id, row.metric_id, row.day, row.metric_version, row.numerator,
        row.denominator, row.unknown, row.value, row.origin, ${scanId}::uuid
      FROM json_to_recordset(${toStorableJson(all.slice(start, start + chunkSize))}::json) AS row(
        scope text, team_id uuid, metric_id text, day date, metric_version integer, numerator integer,
        denominator integer, unknown integer, value double precision, origin "PointOrigin")
      ON CONFLICT (organization_id, scope, metric_id, day) DO UPDATE SET
        metric_version = EXCLUDED.metric_version, numerator = EXCLUDED.numerator, denominator = EXCLUDED.denominator,
        unknown = EXCLUDED.unknown, value = EXCLUDED.value, origin = EXCLUDED.origin, scan_id = EXCLUDED.scan_id
      WHERE EXCLUDED.origin = 'observed' OR (metric_point.origin = 'backfilled' AND
        (metric_point.metric_version, metric_point.numerator, metric_point.denominator, metric_point.unknown,
          metric_point.value) IS DISTINCT FROM (EXCLUDED.metric_version, EXCLUDED.numerator, EXCLUDED.denominator,
          EXCLUDED.unknown, EXCLUDED.value))`;
  }
}

function scopeKey(scope: MetricScope): string {
  return scope.kind === "team" ? scope.teamId : "organization";
}

function toRow(point: ScopedMetricPoint) {
  return {
    scope: scopeKey(point.scope),
    team_id: point.scope.kind === "team" ? point.scope.teamId : null,
    metric_id: point.metricId,
    day: point.day,
    metric_version: point.metricVersion,
    numerator: point.numerator,
    denominator: point.denominator,
    unknown: point.unknown,
    value: point.value,
    origin: point.origin,
  };
}

/** MetricPointFilter chooses points; both days are included. */
export interface MetricPointFilter {
  readonly metricIds: readonly string[];
  /** One scope, or the points of every team. */
  readonly scope: MetricScope | { readonly kind: "all-teams" };
  readonly from?: Day;
  readonly to?: Day;
}

/** listMetricPoints is the points that match, by day. A day without a scan has none. */
export async function listMetricPoints(
  db: Database,
  organizationId: string,
  { metricIds, scope, from, to }: MetricPointFilter,
): Promise<readonly ScopedMetricPoint[]> {
  const rows = await db.client.metricPoint.findMany({
    where: {
      organizationId,
      metricId: { in: [...metricIds] },
      ...(scope.kind === "all-teams" ? { teamId: { not: null } } : { scope: scopeKey(scope) }),
      day: {
        ...(from === undefined ? {} : { gte: new Date(from) }),
        ...(to === undefined ? {} : { lte: new Date(to) }),
      },
    },
    select: {
      teamId: true,
      metricId: true,
      metricVersion: true,
      day: true,
      numerator: true,
      denominator: true,
      unknown: true,
      value: true,
      origin: true,
    },
    orderBy: [{ day: "asc" }, { metricId: "asc" }, { scope: "asc" }],
  });
  return rows.map(({ teamId, day, origin, ...point }) => ({
    ...point,
    day: day.toISOString().slice(0, 10),
    origin: origin satisfies PointOrigin,
    scope: teamId === null ? { kind: "organization" } : { kind: "team", teamId },
  }));
}

/** BackfilledRange is what of an organization is counted from its rebuilt history; both days are included. */
export interface BackfilledRange {
  readonly metricIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly from: Day;
  readonly to: Day;
}

/** deleteOtherBackfilledPoints takes away the rebuilt points that a range no longer covers: of a metric, a team or a day that is gone. */
export async function deleteOtherBackfilledPoints(
  db: Database,
  organizationId: string,
  { metricIds, teamIds, from, to }: BackfilledRange,
): Promise<void> {
  await db.client.metricPoint.deleteMany({
    where: {
      organizationId,
      origin: "backfilled",
      OR: [
        { metricId: { notIn: [...metricIds] } },
        { teamId: { not: null, notIn: [...teamIds] } },
        { day: { lt: new Date(from) } },
        { day: { gt: new Date(to) } },
      ],
    },
  });
}

/**
 * thinMetricPoints keeps one point a week of the days before `before`, the last one of each week that has any: beyond
 * the length of a chart a week is as fine as anyone looks.
 */
export async function thinMetricPoints(db: Database, organizationId: string, before: Day): Promise<void> {
  await db.client.$executeRaw`
    DELETE FROM metric_point AS older USING metric_point AS later
    WHERE older.organization_id = ${organizationId}::uuid AND older.day < ${before}::date
      AND later.organization_id = older.organization_id AND later.scope = older.scope
      AND later.metric_id = older.metric_id AND later.day > older.day AND later.day < ${before}::date
      AND date_trunc('week', later.day) = date_trunc('week', older.day)`;
}
