import { setImmediate } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { DatabaseConfig } from "#lib/config/environment.ts";
import { createClient, type DatabaseClient } from "./client.ts";
import { openEmbedded } from "./embedded.ts";
import { migrateEmbedded, migrateServer } from "./migrate.ts";
import { isOutage, openServer, toServerError } from "./server.ts";
import { type SharedConnection, shareConnection } from "./shared-connection.ts";

/** DatabaseConnection is what the job queue needs to work in the same database. */
export type DatabaseConnection =
  | { readonly kind: "embedded"; readonly pglite: SharedConnection }
  | { readonly kind: "server"; readonly url: string };

/**
 * Database is an open database at the newest migration. Every function of this room takes one first.
 *
 * The embedded database has one connection: while a transaction is open every other query waits. So code inside
 * `client.$transaction` uses nothing but its own client, and does no other work.
 */
export interface Database {
  readonly client: DatabaseClient;
  readonly connection: DatabaseConnection;
  /** Tells other processes where this one serves (`http://127.0.0.1:3000`); nothing to do on a server. */
  readonly announce: (address: string) => void;
  /** Says in words when an error means that the server cannot be reached; any other error comes back as it is. */
  readonly toError: (error: unknown) => unknown;
  readonly close: () => Promise<void>;
}

/**
 * openDatabase opens the database and brings it to the newest migration.
 * One process opens an embedded database once; whoever needs it shares the value.
 *
 * @throws AppError `database-unavailable` or `database-locked`, in words that name the database and say how to mend it.
 */
export function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.kind === "embedded" ? openEmbeddedDatabase(config.directory) : openServerDatabase(config.url);
}

/**
 * PGlite answers within the same turn of the event loop: work of a thousand statements would let in no request, no timer
 * and no signal until its end.
 */
const beginTurn = () => setImmediate();

async function openEmbeddedDatabase(directory: string): Promise<Database> {
  const { pglite, lock, close } = await openEmbedded(directory);
  try {
    await migrateEmbedded(pglite);
  } catch (error) {
    await close();
    throw error;
  }
  const toError = (error: unknown) => error;
  const client = createClient(new PrismaPGlite(pglite), { beginTurn, toError });
  return {
    client,
    connection: { kind: "embedded", pglite: shareConnection(pglite) },
    announce: lock.announce,
    toError,
    close: async () => {
      await client.$disconnect();
      await close();
    },
  };
}

async function openServerDatabase(url: string): Promise<Database> {
  const pool = await openServer(url);
  try {
    await migrateServer(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const toError = (error: unknown) => (isOutage(error) ? toServerError(url, error) : error);
  const client = createClient(new PrismaPg(pool), { beginTurn: async () => {}, toError });
  return {
    client,
    connection: { kind: "server", url },
    announce: () => {},
    toError,
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
}
