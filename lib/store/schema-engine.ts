import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Migration } from "./migrations.ts";

/**
 * openSchemaEngine opens Prisma's schema engine from its WebAssembly build, which comes from npm like everything else;
 * the native one is downloaded from a host that closed networks do not reach. Only writing a migration, and the test
 * that schema and migrations agree, need it.
 *
 * @param schema the text of schema.prisma, or null when it does not matter.
 */
export async function openSchemaEngine(
  schema: string | null,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  const { SchemaEngine } = await engineModule;
  const datamodels: [string, string][] | undefined = schema === null ? undefined : [["schema.prisma", schema]];
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

// Once for the process: the glue code keeps the instance in a variable of its own, and a second would break the first.
const engineModule = loadEngineModule();

async function loadEngineModule() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = import.meta.resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(fileURLToPath(new URL("schema_engine_bg.wasm", entry)));
  // Node's own import of WebAssembly works too, but prints a warning.
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return glue;
}

/** toMigrationList is the shape in which the engine takes migrations; it reads no files itself. */
export function toMigrationList(directory: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: directory,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
