import { adoption, automation, freshness, semver } from "#lib/metrics/headlines.ts";
import { addDays, dayOf } from "#lib/model/instant.ts";
import { shareFraction } from "#lib/model/share.ts";
import { changesHref, teamHref } from "./hrefs.ts";
import type { OrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { readTrendsSince } from "./trend.ts";

/** Mover is a team whose share of a metric changed much within a month. */
export interface Mover {
  readonly id: string;
  readonly team: string;
  readonly href: string;
  readonly label: string;
  /** The first and the last share of the month, from 0 to 1. */
  readonly before: number;
  readonly after: number;
  /** Which repositories did it. */
  readonly changesHref: string;
}

const moverMetrics = [adoption, freshness, semver, automation] as const;
const moversMax = 5;
// What one remembers, as with the change of a headline.
const monthDays = 30;

/** readMovers is the few largest changes of the teams' shares within a month, up or down, the largest first. */
export async function readMovers({ database, asOf }: ReadContext, state: OrganizationState): Promise<readonly Mover[]> {
  const { id, slug } = state.organization;
  const from = dayOf(addDays(asOf, -monthDays));
  const trends = await readTrendsSince(database, id, {
    metricIds: moverMetrics.map((metric) => metric.id),
    scopes: state.teams.map((team) => ({ kind: "team", teamId: team.id })),
    from,
  });
  const changes = state.teams.flatMap((team) =>
    moverMetrics.flatMap((metric) => {
      const course = trends(metric.id, { kind: "team", teamId: team.id });
      const [first, last] = [course[0], course.at(-1)];
      const before = first === undefined ? null : shareFraction(first);
      const after = last === undefined ? null : shareFraction(last);
      if (first === undefined || before === null || after === null || before === after) return [];
      return [{ team, metric, since: first.day, before, after, size: Math.abs(after - before) }];
    }),
  );
  return changes
    .toSorted((one, other) => other.size - one.size)
    .slice(0, moversMax)
    .map(({ team, metric, since, before, after }) => ({
      id: `${team.slug} ${metric.id}`,
      team: team.name,
      href: teamHref(slug, team.slug),
      label: metric.label,
      before,
      after,
      changesHref: changesHref(slug, { metric: metric.id, team: team.slug, from: since }),
    }));
}
