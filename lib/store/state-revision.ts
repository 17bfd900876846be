import type { Database } from "./database.ts";

/**
 * readStateRevision names the state that the database is in now, as far as an OrganizationState shows it: two answers
 * are equal only while no process has changed any of it. A table that such a state is read from has a trigger
 * `state_change` (migration `state_revision`); a new one needs its own.
 *
 * Whoever remembers what was read asks before reading: a change in between then only means reading once more.
 */
export async function readStateRevision(db: Database): Promise<string> {
  const rows = await db.client.stateChange.findMany({
    select: { transactionId: true },
    orderBy: { transactionId: "asc" },
  });
  return rows.map(({ transactionId }) => transactionId).join(" ");
}

/**
 * readPointRevision names the points of metrics, and what each repository counted in them by day, as they are now, in
 * the same way (migrations `point_revision` and `count_revision`). It is
 * apart from the state's: rebuilding the past writes points for minutes, and no other page shall read anew for that.
 */
export async function readPointRevision(db: Database): Promise<string> {
  const rows = await db.client.pointChange.findMany({
    select: { transactionId: true },
    orderBy: { transactionId: "asc" },
  });
  return rows.map(({ transactionId }) => transactionId).join(" ");
}
