import { processConfig } from "#lib/config/process-config.ts";
import { type Database, openDatabase } from "./database.ts";

declare global {
  // Next loads its pages and its instrumentation as separate modules; only a global is one for both.
  var flakeboardDatabase: Promise<Database> | undefined;
}

/**
 * processDatabase is the database of this process, opened once. The embedded one can be open only once anyway.
 * Throws as `openDatabase` does; a failed opening is tried again by the next caller.
 */
export function processDatabase(): Promise<Database> {
  globalThis.flakeboardDatabase ??= openDatabase(processConfig().database).catch((error: unknown) => {
    globalThis.flakeboardDatabase = undefined;
    throw error;
  });
  return globalThis.flakeboardDatabase;
}
