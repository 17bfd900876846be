import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Database } from "#lib/store/database.ts";
import type { OrganizationRecord } from "#lib/store/organizations.ts";
import { listOwnerCandidates } from "#lib/store/owner-candidates.ts";
import { findPolicy } from "#lib/store/policies.ts";
import { listStoredRepositories } from "#lib/store/repositories.ts";
import { listOpenFacts } from "#lib/store/snapshots.ts";
import { listUpstreamHeads } from "#lib/store/upstreams.ts";
import { readKnownTeams } from "./list-owners.ts";
import { type RecordContext, recordKnown } from "./record-repository.ts";
import { rollUp } from "./roll-up.ts";
import { rollUpHistory } from "./roll-up-history.ts";

/**
 * reevaluate judges every repository of an organization again from the facts that are stored, decides its owners, and
 * counts the day and the days before the first scan, without a single request: what a changed check, policy or team
 * calls for.
 *
 * @returns how many repositories were judged. One whose facts are of another version waits for the next scan.
 */
export async function reevaluate(context: RecordContext, organizationId: string, signal: AbortSignal): Promise<number> {
  const count = await judgeAgain(context, organizationId, signal);
  await rollUpHistory({ ...context, organizationId, signal }, { isAnew: true });
  return count;
}

/**
 * judgeAgain is `reevaluate` without the days before the first scan: what news of upstream call for, by which nothing
 * is judged that is past.
 */
export async function judgeAgain(context: RecordContext, organizationId: string, signal: AbortSignal): Promise<number> {
  const { database } = context;
  let count = 0;
  for await (const page of listStoredRepositories(database, organizationId)) {
    const ids = page.map(({ id }) => id);
    const candidates = await listOwnerCandidates(database, ids);
    const facts = new Map<string, RepositoryFacts>();
    for await (const open of listOpenFacts(database, ids)) facts.set(open.repositoryId, open.facts);
    signal.throwIfAborted();
    const known = page
      .filter(({ id, repository }) => facts.has(id) || repository.isEmpty)
      .map((stored) => ({
        ...stored,
        candidates: candidates.get(stored.id) ?? null,
        facts: facts.get(stored.id) ?? null,
      }));
    await recordKnown(context, known);
    count += known.length;
  }
  await rollUp({ ...context, organizationId });
  return count;
}

/** reevaluateOrganization is `reevaluate` with the policy and the teams that hold now. */
export async function reevaluateOrganization(
  database: Database,
  { id, provider, login }: OrganizationRecord,
  asOf: Instant,
): Promise<number> {
  const { policy } = await findPolicy(database, id);
  // Files in a folder of clones name whatever organization they came from.
  const known = { database, organizationId: id, login: provider === "local" ? null : login };
  const teams = await readKnownTeams(known);
  const upstreams = await listUpstreamHeads(database, id);
  const context = { database, scanId: null, policy, upstreams, teams, asOf, now: () => asOf };
  return reevaluate(context, id, new AbortController().signal);
}
