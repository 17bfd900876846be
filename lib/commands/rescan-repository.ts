import { AppError } from "#lib/errors/app-error.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/** rescanRepository looks at one repository again, in a moment: its line of the inventory, and its files if it moved. */
export function rescanRepository(slug: string, name: string): Promise<CommandResult> {
  return runCommand(slug, async ({ database, organization }) => {
    const repository = (await listRepositorySummaries(database, organization.id)).find((one) => one.name === name);
    if (repository === undefined) throw new AppError("not-found", "This repository is not here any more.");
    await (await processScanService()).refreshRepository(organization.id, repository.providerId);
  });
}
