import type { Database } from "#lib/store/database.ts";
import { listPastFacts } from "#lib/store/history.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { listRebuildable, readRebuildable } from "#lib/store/rebuildable-repositories.ts";
import { findRepository, listRepositorySummaries } from "#lib/store/repositories.ts";
import { listTeams } from "#lib/store/teams.ts";

// What two databases, or two organizations of one, can be compared by: nothing of it depends on ids or on how often
// something was asked.

/** factsOf is what is known of each repository today, by its name. */
export async function factsOf(
  db: Database,
  organizationId: string,
  without: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<string, unknown>> {
  const facts = new Map<string, unknown>();
  for (const { owner, name } of await listRepositorySummaries(db, organizationId)) {
    if (without.has(name)) continue;
    const detail = await findRepository(db, organizationId, owner, name);
    const findings = detail?.findings.map(({ checkId, subject, outcome }) => `${checkId} ${subject} ${outcome}`).sort();
    facts.set(name, { facts: detail?.snapshot?.facts, findings, rule: detail?.ownershipRule });
  }
  return facts;
}

/** pastOf is the rebuilt snapshots of each repository, by name. */
export async function pastOf(db: Database, organizationId: string) {
  const repositories = await readRebuildable(
    db,
    (await listRebuildable(db, organizationId)).map(({ id }) => id),
  );
  const pasts = await Promise.all(
    repositories.map(async ({ id, repository }) => ({
      name: repository.name,
      snapshots: (await listPastFacts(db, id)) ?? [],
    })),
  );
  return pasts.sort((one, other) => one.name.localeCompare(other.name));
}

/** seriesOf is every point of some metrics, of the organization and of each of its teams by their slugs. */
export async function seriesOf(db: Database, organizationId: string): Promise<readonly string[]> {
  const teams = new Map((await listTeams(db, organizationId)).map(({ id, slug }) => [id, slug]));
  const metricIds = ["adoption", "freshness", "semver", "automation", "median-input-age"];
  const ofTeams = await listMetricPoints(db, organizationId, { metricIds, scope: { kind: "all-teams" } });
  const whole = await listMetricPoints(db, organizationId, { metricIds, scope: { kind: "organization" } });
  return [...whole, ...ofTeams]
    .map(({ scope, ...point }) =>
      JSON.stringify({ team: scope.kind === "team" ? teams.get(scope.teamId) : null, ...point }),
    )
    .sort();
}
