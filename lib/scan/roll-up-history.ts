import { counted } from "#lib/checks/counted.ts";
import { AgeCourses } from "#lib/metrics/age-courses.ts";
import { createDailyCounts, type DailyPoint, type DailyRange } from "#lib/metrics/daily-points.ts";
import { medianInputAge } from "#lib/metrics/figures.ts";
import { createTeamScopes, type NestedTeam } from "#lib/metrics/team-scopes.ts";
import { addDays, type Day, dayOf, monthsBefore } from "#lib/model/instant.ts";
import { listHistories, listPastFacts, recordCountedDays } from "#lib/store/history.ts";
import { deleteOtherBackfilledPoints, recordMetricPoints, thinMetricPoints } from "#lib/store/metric-points.ts";
import { findPastDigest, readPastDigest, recordPastDigest } from "#lib/store/past-digest.ts";
import { findFirstObservedDay, listPastDays, listPastLocks } from "#lib/store/past-repositories.ts";
import { readRebuildable } from "#lib/store/rebuildable-repositories.ts";
import { listTeams } from "#lib/store/teams.ts";
import { chunksOf } from "./chunks-of.ts";
import { countingDigest } from "./counting-digest.ts";
import { measureSpans } from "./measure-spans.ts";
import type { ScanContext } from "./scan-context.ts";

// Some megabytes, however many teams there are.
const pointsTogether = 10_000;

const repositoriesTogether = 50;

/** HistoryContext is what the rebuilt history of an organization is counted with. */
export type HistoryContext = Pick<ScanContext, "database" | "organizationId" | "policy" | "now" | "signal">;

/**
 * rollUpHistory counts every metric on every day from the beginning of the rebuilt history until the day before the
 * first scan, for the organization and for each team. Points that were observed are never touched; of the others only
 * those that changed are written, and none is counted when all that they are counted from is as it was, unless they are
 * wanted `isAnew`.
 *
 * A repository is judged again, from its stored facts, only where the rules or the policy have changed since.
 * Does nothing as long as no history was rebuilt, or no scan has counted a day.
 */
export async function rollUpHistory(context: HistoryContext, { isAnew }: { readonly isAnew: boolean }): Promise<void> {
  const { database, organizationId, policy, now } = context;
  if (!(await countAnew(context))) return;
  const firstObserved = await findFirstObservedDay(database, organizationId);
  if (firstObserved === null) return;
  const range: DailyRange = { from: dayOf(monthsBefore(now(), policy.historyMonths)), to: firstObserved };
  const teams = await listTeams(database, organizationId);
  const teamIds = teams.map(({ id }) => id);
  const rules = JSON.stringify([
    countingDigest(policy),
    firstObserved,
    teams.map(({ id, parentId }) => [id, parentId]),
  ]);
  const digest = await readPastDigest(database, organizationId, rules);
  if (isAnew || digest !== (await findPastDigest(database, organizationId))) {
    await countDays(context, range, teams, firstObserved);
    await recordPastDigest(database, organizationId, digest);
  }
  const metricIds = counted.map(({ id }) => id);
  const to = dayOf(addDays(`${range.to}T00:00:00.000Z`, -1));
  await deleteOtherBackfilledPoints(database, organizationId, { metricIds, teamIds, from: range.from, to });
  await thinMetricPoints(database, organizationId, range.from);
}

async function countDays(
  { database, organizationId, signal }: HistoryContext,
  range: DailyRange,
  teams: readonly NestedTeam[],
  firstObserved: Day,
): Promise<void> {
  const scopesOf = createTeamScopes(teams);
  const teamIds = teams.map(({ id }) => id);
  const counts = createDailyCounts(counted, teamIds, range);
  for await (const page of listPastDays(database, organizationId)) {
    signal.throwIfAborted();
    for (const { ownerTeamIds, ...days } of page) {
      // Where nobody says when a repository began, it began when something is first known of it.
      const eligibleFrom = days.eligibleFrom ?? days.spans[0]?.from ?? firstObserved;
      counts.add({ ...days, eligibleFrom, teamIds: scopesOf(ownerTeamIds) });
    }
  }
  const ages = new AgeCourses(range, teamIds);
  for await (const page of listPastLocks(database, organizationId)) {
    signal.throwIfAborted();
    for (const { ownerTeamIds, ...one } of page) ages.add({ ...one, teamIds: scopesOf(ownerTeamIds) });
  }
  for (const metric of counted) {
    const ofMetric = counts.points(metric);
    const all = metric.id === medianInputAge.id ? withMedians(ofMetric, ages) : ofMetric;
    for (const points of chunksOf(all, pointsTogether)) {
      signal.throwIfAborted();
      const backfilled = points.map((point) => ({ ...point, origin: "backfilled" }) as const);
      await recordMetricPoints(database, organizationId, null, backfilled);
    }
  }
}

/** The points of each scope come one after the other, day by day from the first of the range on. */
function* withMedians(points: Iterable<DailyPoint>, ages: AgeCourses): Generator<DailyPoint> {
  let scopeOf: string | null | undefined;
  let medians: Iterator<number | null> = [].values();
  for (const point of points) {
    const teamId = point.scope.kind === "team" ? point.scope.teamId : null;
    if (teamId !== scopeOf) medians = ages.medians(teamId).values();
    scopeOf = teamId;
    yield { ...point, value: medians.next().value ?? null };
  }
}

/** Judges again what was counted by other rules; returns whether any history was rebuilt at all. */
async function countAnew({ database, organizationId, policy, signal }: HistoryContext): Promise<boolean> {
  const countedBy = countingDigest(policy);
  const histories = await listHistories(database, organizationId);
  const rebuilt = histories.flatMap(({ repositoryId, rebuilt }) =>
    rebuilt === null ? [] : [{ repositoryId, rebuilt }],
  );
  const stale = rebuilt
    .filter(({ rebuilt }) => rebuilt.countedBy !== countedBy)
    .map(({ repositoryId }) => repositoryId);
  for (const ids of chunksOf(stale, repositoriesTogether)) {
    for (const { id, repository } of await readRebuildable(database, ids)) {
      signal.throwIfAborted();
      const facts = await listPastFacts(database, id);
      if (facts === null) continue;
      await recordCountedDays(database, id, { countedBy, ...measureSpans(facts, repository, policy) });
    }
  }
  return rebuilt.length > 0;
}
