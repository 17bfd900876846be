import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import { insertSnapshots, replaceFacts, type SnapshotRow } from "./insert-snapshots.ts";
import { toStorableText } from "./storable.ts";
import type { Transaction } from "./transaction.ts";

/** NewSnapshot is one repository as it was read at one commit. */
export interface NewSnapshot {
  readonly commit: string;
  readonly committedAt: Instant | null;
  /** The moment at which the commit was seen to be the head. */
  readonly observedAt: Instant;
  readonly facts: RepositoryFacts;
  readonly origin: "observed" | "backfilled";
}

/** ReadRepository is a repository with what was read of it, recorded at one moment. */
export interface ReadRepository {
  readonly repositoryId: string;
  readonly snapshot: NewSnapshot;
  readonly at: Instant;
}

interface OpenSnapshot {
  readonly id: string;
  readonly repository_id: string;
  readonly commit: string;
  readonly valid_from: Date;
}

/**
 * recordSnapshots records what was read of repositories, inside the transaction of their analysis.
 * Validity has no gaps: the moment that closes the last snapshot of a repository opens its new one.
 */
export async function recordSnapshots(transaction: Transaction, read: readonly ReadRepository[]): Promise<void> {
  const open = await listOpen(transaction, read);
  const closed: { readonly id: string; readonly valid_to: Instant }[] = [];
  const opened: SnapshotRow[] = [];
  for (const { repositoryId, snapshot, at } of read) {
    const last = open.get(repositoryId);
    if (last?.commit === toStorableText(snapshot.commit)) {
      await replaceFacts(transaction, last.id, snapshot.facts, at);
      continue;
    }
    const validFrom = openingMoment(snapshot.observedAt, last);
    if (last !== undefined) closed.push({ id: last.id, valid_to: validFrom });
    const { commit, committedAt, origin, facts } = snapshot;
    opened.push({ repositoryId, commit, committedAt, validFrom, validTo: null, readAt: at, origin, facts });
  }
  if (closed.length > 0) {
    await transaction.$executeRaw`
      UPDATE snapshot SET valid_to = row.valid_to
      FROM json_to_recordset(${JSON.stringify(closed)}::json) AS row(id uuid, valid_to timestamptz)
      WHERE snapshot.id = row.id`;
  }
  await insertSnapshots(transaction, opened);
}

async function listOpen(
  transaction: Transaction,
  read: readonly ReadRepository[],
): Promise<ReadonlyMap<string, OpenSnapshot>> {
  const ids = JSON.stringify(read.map(({ repositoryId }) => repositoryId));
  const rows = await transaction.$queryRaw<readonly OpenSnapshot[]>`
    SELECT id, repository_id, commit, valid_from FROM snapshot
    WHERE repository_id IN (SELECT json_array_elements_text(${ids}::json)::uuid) AND valid_to IS NULL`;
  return new Map(rows.map((row) => [row.repository_id, row]));
}

/** A clock that was set back, or two commits within a millisecond, must not turn the order of snapshots around. */
function openingMoment(observedAt: Instant, open: OpenSnapshot | undefined): Instant {
  const earliestMs = open === undefined ? 0 : open.valid_from.getTime() + 1;
  return new Date(Math.max(Date.parse(observedAt), earliestMs)).toISOString();
}
