import { Command } from "commander";
import { processDatabase } from "#lib/store/process-database.ts";

/** `flakeboard migrate` brings the database up to date; opening it does. */
export const migrateCommand = new Command("migrate").description("bring the database up to date").action(async () => {
  const database = await processDatabase();
  await database.close();
  process.stderr.write("The database is up to date.\n");
});
