import type { FirstAdoption } from "#lib/model/first-adoption.ts";
import type { RepositoryEvent } from "#lib/model/repository-event.ts";
import type { UpstreamHeads } from "#lib/model/upstream-heads.ts";
import { upstreamAmong } from "#lib/model/upstream-of.ts";
import type { Database } from "#lib/store/database.ts";
import { findFirstAdoption } from "#lib/store/first-adoptions.ts";
import { listPastInputs, type PastInputs } from "#lib/store/past-inputs.ts";
import { findRepository } from "#lib/store/repositories.ts";
import type { RepositoryDetail } from "#lib/store/repository-detail.ts";
import { listRepositoryEvents } from "#lib/store/repository-events.ts";
import { readStateRevision } from "#lib/store/state-revision.ts";
import { listUpstreamHeads } from "#lib/store/upstreams.ts";
import type { RepositoryState } from "./organization-state.ts";
import { createStateMemory } from "./state-memory.ts";

/** StoredRepository is all that is stored of one repository for its page. */
export interface StoredRepository {
  readonly detail: RepositoryDetail;
  /** Of what the inputs of its flakes come from. */
  readonly upstreams: UpstreamHeads;
  /** The newest first. */
  readonly past: readonly PastInputs[];
  /** `past` reaches back to the first commit that is known. */
  readonly isPastWhole: boolean;
  readonly events: readonly RepositoryEvent[];
  readonly adoption: FirstAdoption | null;
}

// Half a year of nightly updates; more is nobody's reading.
const snapshotsMax = 180;

// Of each some hundreds of kilobytes.
const repositoriesMax = 24;
const rememberRepository = createStateMemory<StoredRepository | null>(repositoriesMax);

/** readStoredRepository is read once and remembered until any of it may have changed; null when it is gone by now. */
export async function readStoredRepository(
  database: Database,
  organizationId: string,
  { id, owner, name }: Pick<RepositoryState, "id" | "owner" | "name">,
): Promise<StoredRepository | null> {
  const revision = await readStateRevision(database);
  return rememberRepository(database, { key: id, revision }, async () => {
    const detail = await findRepository(database, organizationId, owner, name);
    if (detail === null) return null;
    const inputs = detail.snapshot?.facts?.flakes.flatMap((flake) => flake.inputs) ?? [];
    const wanted = new Set(inputs.flatMap(({ ref, original }) => upstreamAmong(ref, original) ?? []));
    const past = await listPastInputs(database, id, snapshotsMax + 1);
    return {
      detail,
      upstreams: await listUpstreamHeads(database, organizationId, [...wanted]),
      past,
      isPastWhole: past.length <= snapshotsMax,
      events: await listRepositoryEvents(database, id),
      adoption: await findFirstAdoption(database, id),
    };
  });
}
