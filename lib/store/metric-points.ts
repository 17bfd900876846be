import type { Day } from "#lib/model/instant.ts";
import type { MetricPoint, MetricScope, PointOrigin } from "#lib/model/metric.ts";
import type { Database } from "./database.ts";
import { toStorableJson } from "./storable.ts";

/** ScopedMetricPoint is a metric point together with what it is about. */
export interface ScopedMetricPoint extends MetricPoint {
  readonly scope: MetricScope;
}

// Keeps one statement, and the time for which the embedded database is busy with it, small.
const chunkSize = 2_000;

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
        unknown, origin, scan_id)
      SELECT ${organizationId}::uuid, row.scope, row.team_id, row.metric_id, row.day, row.metric_version, row.numerator,
        row.denominator, row.unknown, row.origin, ${scanId}::uuid
      FROM json_to_recordset(${toStorableJson(all.slice(start, start + chunkSize))}::json) AS row(
        scope text, team_id uuid, metric_id text, day date, metric_version integer, numerator integer,
        denominator integer, unknown integer, origin "PointOrigin")
      ON CONFLICT (organization_id, scope, metric_id, day) DO UPDATE SET
        metric_version = EXCLUDED.metric_version, numerator = EXCLUDED.numerator, denominator = EXCLUDED.denominator,
        unknown = EXCLUDED.unknown, origin = EXCLUDED.origin, scan_id = EXCLUDED.scan_id
      WHERE EXCLUDED.origin = 'observed' OR metric_point.origin = 'backfilled'`;
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
