import { AppError } from "#lib/errors/app-error.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { findScan } from "#lib/store/scans.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/** cancelScan stops a scan of an organization, in whichever process it runs. What it had read is kept. */
export function cancelScan(slug: string, scanId: string): Promise<CommandResult> {
  return runCommand(slug, async ({ database, actor, organization }) => {
    const scan = await findScan(database, scanId);
    if (scan?.organizationId !== organization.id) throw new AppError("not-found", "There is no such scan.");
    const isStopped = await (await processScanService()).cancel(scanId, actor);
    if (!isStopped) throw new AppError("conflict", "The scan was over already.");
  });
}
