import type { PGlite } from "@electric-sql/pglite";

/** SharedConnection is what of an embedded database the job queue uses. */
export type SharedConnection = Pick<PGlite, "query" | "exec" | "listen">;

/**
 * shareConnection lets the job queue work on the embedded database's only connection.
 *
 * The queue sends whole blocks, `BEGIN; …; COMMIT`, as one text. When one fails in the middle the connection is left
 * in a broken transaction until the queue rolls it back, and every query that waits between the two would fail with it
 * (seen with PGlite 0.5.16 and pg-boss 12.38). Inside a transaction of PGlite the rollback follows before anything
 * else; the block's own BEGIN then only warns, and its COMMIT ends that transaction.
 */
export function shareConnection(pglite: PGlite): SharedConnection {
  return {
    query: (sql, parameters, options) => pglite.query(sql, parameters, options),
    exec: (sql, options) =>
      /^\s*BEGIN\b/i.test(sql)
        ? pglite.transaction((transaction) => transaction.exec(sql, options))
        : pglite.exec(sql, options),
    listen: (channel, callback) => pglite.listen(channel, callback),
  };
}
