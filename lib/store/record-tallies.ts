import type { Tally } from "#lib/model/tally.ts";
import { toStorableJson } from "./storable.ts";
import type { Transaction } from "./transaction.ts";

/** TalliedRepository is a repository with what is counted of it; null when there is nothing to count. */
export interface TalliedRepository {
  readonly repositoryId: string;
  readonly tally: Tally | null;
}

/** recordTallies makes the tally of each repository exactly this; a row that says so already is not written. */
export async function recordTallies(transaction: Transaction, tallied: readonly TalliedRepository[]): Promise<void> {
  const rows = tallied.map(({ repositoryId, tally }) => ({ id: repositoryId, tally }));
  await transaction.$executeRaw`
    UPDATE repository SET tally = row.tally
    FROM json_to_recordset(${toStorableJson(rows)}::json) AS row(id uuid, tally jsonb)
    WHERE repository.id = row.id AND repository.tally IS DISTINCT FROM row.tally`;
}
