import { Command } from "commander";
import { toAppError } from "#lib/errors/app-error.ts";
import { closeProcess } from "./close-process.ts";
import { analyzeCommand } from "./commands/analyze.ts";
import { backfillCommand } from "./commands/backfill.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { reevaluateCommand } from "./commands/reevaluate.ts";
import { removeSampleCommand } from "./commands/remove-sample.ts";
import { scanCommand } from "./commands/scan.ts";
import { scheduleCommand } from "./commands/schedule.ts";
import { workerCommand } from "./commands/worker.ts";

// 0 done, 1 done with problems that the caller asked to be told about, 2 could not do it.
const couldNot = 2;

const program = new Command("flakeboard")
  .description("Shows an organization how far Nix has come, team by team, and what to do next.")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : couldNot))
  .addCommand(analyzeCommand)
  .addCommand(scanCommand)
  .addCommand(workerCommand)
  .addCommand(scheduleCommand)
  .addCommand(reevaluateCommand)
  .addCommand(backfillCommand)
  .addCommand(exportCommand)
  .addCommand(removeSampleCommand)
  .addCommand(migrateCommand)
  .addCommand(doctorCommand);

// Whoever reads may have seen enough, as in `flakeboard analyze … | head`, and that is no error.
process.stdout.on("error", (error) => process.exit("code" in error && error.code === "EPIPE" ? 0 : couldNot));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`flakeboard: ${toAppError(error).message}\n`);
  process.exitCode = couldNot;
} finally {
  await closeProcess();
}
