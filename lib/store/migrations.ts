import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Migration is one step forward: a folder `NNNNNNNN_name` with its SQL. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** listMigrations reads every migration of a folder, oldest first. */
export function listMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(directory, name, "migration.sql"), "utf8") }));
}

/**
 * findPrismaDirectory is the folder `prisma` of this installation, with schema and migrations: above this file where it
 * runs from source, above the working directory where a bundler has moved the code elsewhere.
 */
export function findPrismaDirectory(): string {
  for (const start of [import.meta.dirname, process.cwd()]) {
    for (let folder = start; folder !== undefined && folder !== dirname(folder); folder = dirname(folder)) {
      const candidate = join(folder, "prisma");
      if (existsSync(join(candidate, "migrations"))) return candidate;
    }
  }
  throw new Error("The folder prisma/migrations is missing from this installation.");
}
