import type { Database } from "./database.ts";

/**
 * vacuumDatabase gives the room of rows that were replaced back to the tables. A server does so by itself; PGlite has
 * no autovacuum, and 20 scans of 2,000 repositories let the findings alone grow from 4 to 80 MB. Takes about half a
 * second at that size, in which other queries wait.
 */
export async function vacuumDatabase({ connection }: Database): Promise<void> {
  if (connection.kind === "embedded") await connection.pglite.exec("VACUUM (ANALYZE)");
}
