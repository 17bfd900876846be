import { counted } from "#lib/checks/counted.ts";
import { medianInputAge } from "#lib/metrics/figures.ts";
import { median } from "#lib/metrics/median.ts";
import { agesOn } from "#lib/metrics/median-age.ts";
import { nothing, sumShares } from "#lib/metrics/metric.ts";
import type { Day } from "#lib/model/instant.ts";
import type { MetricPoint, MetricScope } from "#lib/model/metric.ts";
import type { Share } from "#lib/model/share.ts";

/** ScopedPoint is a metric point together with what it is about. */
interface ScopedPoint extends MetricPoint {
  readonly scope: MetricScope;
}

/** Counted is what one repository counts in each metric, and in which teams' numbers. */
interface Counted {
  readonly teamIds: readonly string[];
  readonly shares: Readonly<Record<string, Share>>;
  /** The days on which its inputs were locked, as the tally has them; none while it does not count. */
  readonly inputLockedDays: readonly number[];
}

/**
 * measureDay adds up every metric of a day, for the organization and for each team, one without repositories too.
 * A repository of two teams counts once for each, and once for the organization.
 */
export function measureDay(
  repositories: readonly Counted[],
  teamIds: readonly string[],
  day: Day,
): readonly ScopedPoint[] {
  const ofTeams = new Map<string, Counted[]>(teamIds.map((id) => [id, []]));
  for (const one of repositories) {
    for (const teamId of one.teamIds) ofTeams.get(teamId)?.push(one);
  }
  const scopes: readonly (readonly [MetricScope, readonly Counted[]])[] = [
    [{ kind: "organization" }, repositories],
    ...Array.from(ofTeams, ([teamId, owned]) => [{ kind: "team", teamId }, owned] as const),
  ];
  return scopes.flatMap(([scope, owned]) =>
    counted.map(({ id, version }) => ({
      scope,
      metricId: id,
      metricVersion: version,
      day,
      origin: "observed" as const,
      ...sumShares(owned.map(({ shares }) => shares[id] ?? nothing)),
      value:
        id === medianInputAge.id
          ? median(
              agesOn(
                owned.flatMap((one) => one.inputLockedDays),
                day,
              ),
            )
          : null,
    })),
  );
}
