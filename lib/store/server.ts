import { Pool } from "pg";
import { AppError } from "#lib/errors/app-error.ts";

// A firewall that drops packets would otherwise hold a start for two minutes.
const connectTimeoutMs = 10_000;

// Enough for two scans and the pages of a few people; servers allow 100 by default, and several processes may share one.
const connectionsMax = 10;

/**
 * openServer connects to a PostgreSQL server and proves that it answers. Every connection speaks in UTC, because
 * Prisma reads and writes moments without their offset.
 *
 * @throws AppError `database-unavailable` with the server and database, never the password, and what to do.
 */
export async function openServer(url: string): Promise<Pool> {
  const pool = new Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectTimeoutMs,
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'");
    },
  });
  // An idle connection may break at any time; the next query opens another, and reports if it cannot.
  pool.on("error", () => {});
  try {
    await pool.query("SELECT 1");
    return pool;
  } catch (cause) {
    await pool.end();
    throw toServerError(url, cause);
  }
}

/** serverName is the part of a database URL that may be shown: `host:port/database`, without user and password. */
export function serverName(url: string): string {
  if (!URL.canParse(url)) return "the server of DATABASE_URL";
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}

/** toServerError says in words why a server cannot be used; the original error stays as its cause. */
export function toServerError(url: string, cause: unknown): AppError {
  const server = serverName(url);
  const code = codeOf(cause);
  const reason = cause instanceof Error ? cause.message.split("\n").at(-1) : String(cause);
  const words = wordsOf.get(code) ?? `does not answer (${reason}). Look whether it runs and can be reached from here`;
  return new AppError("database-unavailable", `The database ${server} ${words}.`, {
    // Node's error about a malformed URL carries the URL, with its password.
    ...(code === "ERR_INVALID_URL" ? {} : { cause }),
    context: { server, code },
    isRetryable: true,
  });
}

// Codes of Node's sockets, and https://www.postgresql.org/docs/current/errcodes-appendix.html.
const wordsOf: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "refuses connections. Start PostgreSQL there, or correct host and port in DATABASE_URL"],
  ["ENOTFOUND", "cannot be found. Correct the host name in DATABASE_URL"],
  ["EAI_AGAIN", "cannot be found now. Look at the network, or correct the host name in DATABASE_URL"],
  ["28P01", "does not accept the user or password of DATABASE_URL. Correct them"],
  ["28000", "does not let the user of DATABASE_URL in. Correct the user, or allow it in pg_hba.conf"],
  ["3D000", "does not exist on that server. Create it, or correct the name in DATABASE_URL"],
  ["42501", "does not allow its user to do this. Make the user of DATABASE_URL the owner of the database"],
  ["53300", "has no connection left. Raise max_connections, or stop what else uses it"],
  ["57P03", "is starting up. Try again in a moment"],
]);

function codeOf(error: unknown): string {
  // A host with several addresses fails with one error for each.
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
}

const outageWords =
  /Can't reach database server|Connection terminated|terminating connection|not currently accepting connections|the database system is (?:starting up|shutting down)/;

/** isOutage says whether an error of Prisma or pg means that the server cannot be used, rather than a wrong statement. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // P1…: Prisma's errors of connection, https://www.prisma.io/docs/orm/reference/error-reference. A raw query and a
  // connection that breaks while it is in use have words only.
  return /^P10\d\d$/.test(codeOf(error)) || outageWords.test(error.message);
}
