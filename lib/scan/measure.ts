import { type MeasuredRepository, measure } from "#lib/metrics/metric.ts";
import { counted } from "#lib/metrics/registry.ts";
import { createTeamScopes, type NestedTeam } from "#lib/metrics/team-scopes.ts";
import { dayOf, type Instant } from "#lib/model/instant.ts";
import type { MetricPoint, MetricScope } from "#lib/model/metric.ts";

/** ScopedPoint is a metric point together with what it is about. */
export interface ScopedPoint extends MetricPoint {
  readonly scope: MetricScope;
}

/**
 * measureDay computes every metric of the day of `asOf`, for the organization and for each team by the repositories
 * that it, or a team below it, owns. A repository of two teams counts once for each, and once for the organization.
 */
export function measureDay(
  repositories: readonly (MeasuredRepository & { readonly ownerTeamIds: readonly string[] })[],
  teams: readonly NestedTeam[],
  asOf: Instant,
): readonly ScopedPoint[] {
  const scopesOf = createTeamScopes(teams);
  const ofTeams = new Map<string, MeasuredRepository[]>(teams.map(({ id }) => [id, []]));
  for (const repository of repositories) {
    for (const teamId of scopesOf(repository.ownerTeamIds)) ofTeams.get(teamId)?.push(repository);
  }
  const scopes: readonly (readonly [MetricScope, readonly MeasuredRepository[]])[] = [
    [{ kind: "organization" }, repositories],
    ...[...ofTeams].map(([teamId, owned]) => [{ kind: "team", teamId }, owned] as const),
  ];
  return scopes.flatMap(([scope, scoped]) =>
    counted.map((metric) => ({
      scope,
      metricId: metric.id,
      metricVersion: metric.version,
      day: dayOf(asOf),
      origin: "observed" as const,
      ...measure(metric, scoped),
    })),
  );
}
