import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { Pool } from "pg";
import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";
import { findPrismaDirectory, listMigrations, type Migration } from "./migrations.ts";

/** A connection, reduced to what a migration needs. `run` takes several statements at once, without parameters. */
interface Session {
  readonly query: (sql: string, parameters?: string[]) => Promise<{ readonly rows: readonly unknown[] }>;
  readonly run: (sql: string) => Promise<unknown>;
}

const nameSchema = z.object({ migration_name: z.string() });

/** migrateEmbedded brings an embedded database to the newest migration. */
export async function migrateEmbedded(pglite: PGlite): Promise<void> {
  const migrations = newestMigrations();
  const session: Session = {
    query: (sql, parameters) => pglite.query(sql, parameters),
    run: (sql) => pglite.exec(sql),
  };
  if ((await listMissing(session, migrations)).length === 0) return;
  await pglite.transaction((transaction) =>
    applyMissing(
      {
        query: (sql, parameters) => transaction.query(sql, parameters),
        run: (sql) => transaction.exec(sql),
      },
      migrations,
    ),
  );
}

// Any number that nothing else on the server is likely to lock: processes that start together migrate one by one.
const advisoryLock = 7_246_035_512;

/** migrateServer brings the database of a server to the newest migration, one process at a time. */
export async function migrateServer(pool: Pool): Promise<void> {
  const migrations = newestMigrations();
  const client = await pool.connect();
  try {
    const session: Session = {
      query: (sql, parameters) => client.query(sql, parameters),
      run: (sql) => client.query(sql),
    };
    if ((await listMissing(session, migrations)).length === 0) return;
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${advisoryLock})`);
    await applyMissing(session, migrations);
    await client.query("COMMIT");
  } catch (error) {
    // The first error is the one that says what went wrong.
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

function newestMigrations(): readonly Migration[] {
  return listMigrations(join(findPrismaDirectory(), "migrations"));
}

// As Prisma makes it (7.10, schema-engine/connectors/sql-schema-connector), so that its own commands read the same record.
const recordTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * applyMissing runs what is missing, in order and only forward, inside the transaction that its caller opened: a
 * process that dies half-way, and a step that fails, leave the database as it was.
 *
 * @throws AppError `conflict` when the database is newer than this program, or a step failed.
 */
async function applyMissing(session: Session, migrations: readonly Migration[]): Promise<void> {
  await session.run(recordTable);
  for (const { name, sql } of await listMissing(session, migrations)) {
    try {
      await session.run(sql);
    } catch (cause) {
      throw migrationFailed(name, cause);
    }
    await session.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), createHash("sha256").update(sql).digest("hex"), name],
    );
  }
}

/** listMissing is fast on a database that has everything: two small queries. */
async function listMissing(session: Session, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows: tables } = await session.query("SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  if (tables.length === 0) return migrations;
  const { rows } = await session.query(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map((row) => nameSchema.parse(row).migration_name));
  const known = new Set(migrations.map(({ name }) => name));
  const newer = [...applied].filter((name) => !known.has(name));
  if (newer.length > 0) throw databaseIsNewer(newer);
  return migrations.filter(({ name }) => !applied.has(name));
}

function databaseIsNewer(names: readonly string[]): AppError {
  return new AppError(
    "conflict",
    `The database was already migrated by a newer Flakeboard (${names.join(", ")}). Start that version or a later one, or use another database.`,
    { context: { migrations: names.join(", ") } },
  );
}

function migrationFailed(name: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    "conflict",
    `The database could not be brought up to date: ${name} failed (${reason}). It was left as it was; nothing is lost.`,
    { cause, context: { migration: name } },
  );
}
