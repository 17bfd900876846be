import type { DatabaseClient } from "./client.ts";
import type { Database } from "./database.ts";

/** Transaction is the client inside a transaction. Work in one uses nothing else. */
export type Transaction = Parameters<Parameters<DatabaseClient["$transaction"]>[0]>[0];

/**
 * inTransaction runs several statements as one: all or nothing. On the embedded database everything else waits
 * meanwhile, so the work is SQL only, and awaiting `db.client` inside it would wait for itself.
 */
export async function inTransaction<T>(db: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    return await db.client.$transaction(work);
  } catch (error) {
    // The statements report for themselves; beginning and end do it here.
    throw db.toError(error);
  }
}
