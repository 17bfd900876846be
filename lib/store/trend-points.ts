import { z } from "zod";
import type { Day } from "#lib/model/instant.ts";
import type { MetricPoint, MetricScope } from "#lib/model/metric.ts";
import { type Document, parseColumnDocument } from "./column-document.ts";
import type { Database } from "./database.ts";

/** StoredTrendPoint is a metric point as charts need it. */
export interface StoredTrendPoint extends MetricPoint {
  readonly scope: MetricScope;
  /** The scan that measured it could not read everything. */
  readonly isPartial: boolean;
}

/** TrendFilter chooses the points of some metrics and scopes, from a day on. */
export interface TrendFilter {
  readonly metricIds: readonly string[];
  readonly scopes: readonly MetricScope[];
  readonly from: Day;
}

const rowSchema = z.object({
  teamId: z.string().nullable(),
  metricId: z.string(),
  metricVersion: z.number(),
  day: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  unknown: z.number(),
  value: z.number().nullable(),
  origin: z.enum(["observed", "backfilled"]),
  isPartial: z.boolean(),
});

/** listTrendPoints is the points that match, by day. A day without a scan has none. */
export async function listTrendPoints(
  db: Database,
  organizationId: string,
  { metricIds, scopes, from }: TrendFilter,
): Promise<readonly StoredTrendPoint[]> {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object(
      'teamId', array_agg(p.team_id), 'metricId', array_agg(p.metric_id),
      'metricVersion', array_agg(p.metric_version), 'day', array_agg(p.day),
      'numerator', array_agg(p.numerator), 'denominator', array_agg(p.denominator),
      'unknown', array_agg(p.unknown), 'value', array_agg(p.value), 'origin', array_agg(p.origin),
      'isPartial', array_agg(p.is_partial))::text AS document
    FROM (
      SELECT point.*, coalesce(scan.state = 'partial', false) AS is_partial
      FROM metric_point AS point LEFT JOIN scan ON scan.id = point.scan_id
      WHERE point.organization_id = ${organizationId}::uuid AND point.metric_id = ANY(${[...metricIds]}::text[])
        AND point.scope = ANY(${scopes.map(scopeKey)}::text[]) AND point.day >= ${from}::date
      ORDER BY point.day, point.metric_id, point.scope) AS p`;
  return parseColumnDocument(rowSchema, result).map(({ teamId, ...point }) => ({
    ...point,
    scope: teamId === null ? { kind: "organization" } : { kind: "team", teamId },
  }));
}

function scopeKey(scope: MetricScope): string {
  return scope.kind === "team" ? scope.teamId : scope.kind;
}
