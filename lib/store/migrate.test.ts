import { PGlite } from "@electric-sql/pglite";
import { afterEach, describe, expect, it } from "vitest";
import { diffMigrations } from "./create-migration.ts";
import { migrateEmbedded } from "./migrate.ts";
import { memoryMigrationAdapter } from "./migration-adapter.ts";
import { findPrismaDirectory, listMigrations } from "./migrations.ts";
import { openSchemaEngine, toMigrationList } from "./schema-engine.ts";

const directory = `${findPrismaDirectory()}/migrations`;
const migrations = listMigrations(directory);
const opened: PGlite[] = [];

async function openEmpty(): Promise<PGlite> {
  const pglite = await PGlite.create();
  opened.push(pglite);
  return pglite;
}

afterEach(async () => {
  for (const pglite of opened.splice(0)) await pglite.close();
});

async function listTables(pglite: PGlite): Promise<readonly unknown[]> {
  const { rows } = await pglite.query(
    `SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  );
  return rows;
}

describe("the migrations", () => {
  it("lead to what schema.prisma says", { timeout: 120_000 }, async () => {
    expect(await diffMigrations(findPrismaDirectory())).toBe("");
  });

  it("are numbered without a gap", () => {
    expect(migrations.map(({ name }) => Number(name.slice(0, 8)))).toEqual(migrations.map((_, index) => index + 1));
  });
});

describe("migrateEmbedded", () => {
  it("leaves the same tables and record as Prisma's own engine, which finds nothing left to do", {
    timeout: 120_000,
  }, async () => {
    const ours = await openEmpty();
    const theirs = await openEmpty();
    const input = {
      migrationsList: toMigrationList(directory, migrations),
      filters: { externalTables: [], externalEnums: [] },
    };

    await migrateEmbedded(ours);
    await (await openSchemaEngine(null, memoryMigrationAdapter(theirs))).applyMigrations(input);

    expect(await listTables(ours)).toEqual(await listTables(theirs));
    const record = `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at
      FROM _prisma_migrations ORDER BY started_at, migration_name`;
    expect((await ours.query(record)).rows).toEqual((await theirs.query(record)).rows);
    const engine = await openSchemaEngine(null, memoryMigrationAdapter(ours));
    expect(await engine.applyMigrations(input)).toEqual({ appliedMigrationNames: [] });
    expect(await engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false })).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      history: null,
    });
  });

  it("does nothing the second time", async () => {
    const pglite = await openEmpty();
    await migrateEmbedded(pglite);
    const before = (await pglite.query("SELECT * FROM _prisma_migrations")).rows;

    await migrateEmbedded(pglite);

    expect((await pglite.query("SELECT * FROM _prisma_migrations")).rows).toEqual(before);
  });

  it("refuses a database that a newer version has migrated", async () => {
    const pglite = await openEmpty();
    await migrateEmbedded(pglite);
    await pglite.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99999999_later', now())",
    );

    await expect(migrateEmbedded(pglite)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("already migrated by a newer Flakeboard (99999999_later)"),
    });
  });

  it("leaves the database as it was when a step fails", async () => {
    const pglite = await openEmpty();
    await pglite.exec("CREATE TABLE snapshot (in_the_way integer)");

    await expect(migrateEmbedded(pglite)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining('relation "snapshot" already exists'),
    });

    const { rows } = await pglite.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    expect(rows).toEqual([{ table_name: "snapshot" }]);
    await pglite.exec("DROP TABLE snapshot");
    await migrateEmbedded(pglite);
  });
});
