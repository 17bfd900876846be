import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import { insertSnapshot, replaceFacts } from "./insert-snapshot.ts";
import { toStorableJson, toStorableText } from "./storable.ts";
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

interface OpenSnapshot {
  readonly id: string;
  readonly commit: string;
  readonly valid_from: Date;
  readonly is_same: boolean;
}

/**
 * recordSnapshot records what was read of a repository, inside the transaction of its analysis.
 * Validity has no gaps: the moment that closes the last snapshot opens the new one.
 */
export async function recordSnapshot(
  transaction: Transaction,
  repositoryId: string,
  snapshot: NewSnapshot,
  at: Instant,
): Promise<void> {
  const facts = toStorableJson(snapshot.facts);
  const commit = toStorableText(snapshot.commit);
  const [open] = await transaction.$queryRaw<readonly OpenSnapshot[]>`
    SELECT id, commit, valid_from, facts = ${facts}::jsonb AS is_same
    FROM snapshot WHERE repository_id = ${repositoryId}::uuid AND valid_to IS NULL`;
  if (open?.commit === commit) {
    if (!open.is_same) await replaceFacts(transaction, open.id, snapshot.facts, at);
    return;
  }
  const validFrom = openingMoment(snapshot.observedAt, open);
  if (open !== undefined) {
    await transaction.snapshot.update({ where: { id: open.id }, data: { validTo: validFrom }, select: { id: true } });
  }
  const { committedAt, origin } = snapshot;
  await insertSnapshot(transaction, repositoryId, {
    commit,
    committedAt,
    validFrom,
    validTo: null,
    readAt: at,
    origin,
    facts: snapshot.facts,
  });
}

/** A clock that was set back, or two commits within a millisecond, must not turn the order of snapshots around. */
function openingMoment(observedAt: Instant, open: OpenSnapshot | undefined): Instant {
  const earliestMs = open === undefined ? 0 : open.valid_from.getTime() + 1;
  return new Date(Math.max(Date.parse(observedAt), earliestMs)).toISOString();
}
