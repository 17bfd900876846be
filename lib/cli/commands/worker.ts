import { Command } from "commander";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { logAsServer } from "#lib/scan/log.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { sweepEarly } from "../sweep-early.ts";

/** `flakeboard worker` works on scans beside the server, until it is told to stop. Any number of them may run. */
export const workerCommand = new Command("worker")
  .description("work on scans, beside a server on the same PostgreSQL database")
  .action(async () => {
    const { database, logLevel } = processConfig();
    if (database.kind === "embedded") {
      throw new AppError(
        "config",
        "A worker needs a PostgreSQL server: set DATABASE_URL to the one that Flakeboard serves from. With the embedded database the server itself works on scans.",
      );
    }
    logAsServer(logLevel);
    sweepEarly(await processDatabase());
    await processScanService();
    process.stderr.write("This worker takes steps of scans from the database. Stop it with Ctrl+C.\n");
    await new Promise<void>((resolve) => {
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    });
  });
