import { type MeasuredRepository, measure } from "#lib/metrics/metric.ts";
import { metrics } from "#lib/metrics/registry.ts";
import { dayOf, type Instant } from "#lib/model/instant.ts";
import type { MetricPoint, MetricScope } from "#lib/model/metric.ts";

/** ScopedPoint is a metric point together with what it is about. */
export interface ScopedPoint extends MetricPoint {
  readonly scope: MetricScope;
}

/**
 * measureDay computes every metric of the day of `asOf`, for the organization and for each team by the repositories
 * it owns itself. A repository of two teams counts once for each, and once for the organization.
 */
export function measureDay(
  repositories: readonly (MeasuredRepository & { readonly ownerTeamIds: readonly string[] })[],
  teamIds: readonly string[],
  asOf: Instant,
): readonly ScopedPoint[] {
  const scopes: readonly (readonly [MetricScope, readonly MeasuredRepository[]])[] = [
    [{ kind: "organization" }, repositories],
    ...teamIds.map(
      (teamId) =>
        [{ kind: "team", teamId }, repositories.filter((item) => item.ownerTeamIds.includes(teamId))] as const,
    ),
  ];
  return scopes.flatMap(([scope, scoped]) =>
    metrics.map((metric) => ({
      scope,
      metricId: metric.id,
      metricVersion: metric.version,
      day: dayOf(asOf),
      origin: "observed" as const,
      ...measure(metric, scoped),
    })),
  );
}
