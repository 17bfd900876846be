import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { memoryMigrationAdapter } from "./migration-adapter.ts";
import { findPrismaDirectory, listMigrations } from "./migrations.ts";
import { openSchemaEngine, toMigrationList } from "./schema-engine.ts";

/**
 * diffMigrations is the SQL that leads from the migrations to schema.prisma; empty text when they agree.
 * It works on databases in memory and touches nothing else.
 */
export async function diffMigrations(prismaDirectory: string): Promise<string> {
  const directory = join(prismaDirectory, "migrations");
  const schema = readFileSync(join(prismaDirectory, "schema.prisma"), "utf8");
  const pglite = await PGlite.create();
  const engine = await openSchemaEngine(schema, memoryMigrationAdapter(pglite));
  try {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: "migrations", ...toMigrationList(directory, listMigrations(directory)) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  } finally {
    engine.free();
    await pglite.close();
  }
}

/**
 * createMigration writes the next migration from what schema.prisma says beyond the migrations.
 *
 * @returns its folder's name, or undefined when there is nothing to write.
 */
export async function createMigration(prismaDirectory: string, title: string): Promise<string | undefined> {
  const sql = await diffMigrations(prismaDirectory);
  if (sql === "") return undefined;
  const directory = join(prismaDirectory, "migrations");
  const latest = listMigrations(directory).at(-1)?.name.slice(0, 8) ?? "0";
  const name = `${String(Number(latest) + 1).padStart(8, "0")}_${title}`;
  mkdirSync(join(directory, name));
  writeFileSync(join(directory, name, "migration.sql"), sql);
  return name;
}

if (import.meta.main) {
  const title = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(title)) {
    process.stderr.write("Usage: node lib/store/create-migration.ts NAME, with NAME in small letters, digits and _.\n");
    process.exitCode = 2;
  } else {
    const name = await createMigration(findPrismaDirectory(), title);
    process.stderr.write(name === undefined ? "Schema and migrations agree.\n" : `Wrote prisma/migrations/${name}.\n`);
  }
}
