import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { findPrismaDirectory, listMigrations } from "../migrations.ts";

/** testServerUrl is a server where databases may be created, from `TEST_DATABASE_URL`; null without one. */
// biome-ignore lint/style/noProcessEnv: only the tests' own set-up reads it; the program is configured by lib/config.
export const testServerUrl = process.env.TEST_DATABASE_URL || null;

// Whoever comes first makes the empty database for all, on a machine that may be doing much else.
const setUpTimeoutMs = 180_000;

interface TestDatabase {
  readonly open: () => Promise<Database>;
  readonly remove: () => Promise<void>;
}

/**
 * describeEachDatabase runs the same tests on an embedded database in a folder of its own and, when
 * `TEST_DATABASE_URL` names a server where databases may be created, on a new database there.
 */
export function describeEachDatabase(name: string, tests: (database: () => Database) => void): void {
  const kinds = {
    embedded: embeddedTestDatabase,
    ...(testServerUrl === null ? {} : { server: () => serverTestDatabase(testServerUrl) }),
  };
  describe.each(Object.entries(kinds))(`${name} (%s)`, (_kind, create) => {
    let database: Database | undefined;
    let remove = async () => {};

    beforeAll(async () => {
      const test = create();
      remove = test.remove;
      database = await test.open();
    }, setUpTimeoutMs);

    afterAll(async () => {
      await database?.close();
      await remove();
    });

    tests(() => {
      if (database === undefined) throw new Error("The database is not open.");
      return database;
    });
  });
}

function embeddedTestDatabase(): TestDatabase {
  const directory = mkdtempSync(join(tmpdir(), "flakeboard-store-"));
  return {
    open: async () => {
      await copyEmptyDatabase(directory);
      return openDatabase({ kind: "embedded", directory });
    },
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

/**
 * copyEmptyDatabase puts a migrated database without rows into a folder. Making one takes seconds, so it is made once
 * for all tests, beside the installed packages, and again when PGlite or the migrations change.
 */
export async function copyEmptyDatabase(directory: string): Promise<void> {
  const prisma = findPrismaDirectory();
  const pglite = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const key = createHash("sha256").update(JSON.stringify(listMigrations(join(prisma, "migrations"))));
  const digest = key.update(readFileSync(pglite)).digest("hex").slice(0, 16);
  const cache = join(prisma, "..", "node_modules", ".cache", "flakeboard");
  const template = join(cache, `empty-database-${digest}`);
  if (!existsSync(template)) {
    mkdirSync(cache, { recursive: true });
    const making = mkdtempSync(join(cache, "making-"));
    await (await openDatabase({ kind: "embedded", directory: making })).close();
    try {
      renameSync(making, template);
    } catch {
      // Another test was faster.
      rmSync(making, { recursive: true, force: true });
    }
  }
  cpSync(template, directory, { recursive: true });
}

function serverTestDatabase(url: string): TestDatabase {
  const name = `flakeboard_test_${randomUUID().replaceAll("-", "")}`;
  return {
    open: async () => {
      await runOnServer(url, `CREATE DATABASE ${name}`);
      return openDatabase({ kind: "server", url: databaseUrl(url, name) });
    },
    remove: () => runOnServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** databaseUrl is the URL of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** runOnServer runs one statement that concerns the whole server. */
export async function runOnServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
