import { AppError } from "#lib/errors/app-error.ts";
import { isScanOver } from "#lib/model/scan.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { removeOrganization } from "#lib/store/organizations.ts";
import { findLatestScan } from "#lib/store/scans.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/**
 * disconnectOrganization removes an organization with everything recorded of it. A scan of it is stopped first.
 *
 * @param confirmation what the person typed; only the organization's slug removes it.
 */
export function disconnectOrganization(slug: string, confirmation: string): Promise<CommandResult> {
  return runCommand(slug, async ({ database, actor, organization }) => {
    if (confirmation.trim() !== organization.slug) {
      throw new AppError("parse", `Nothing was removed: type ${organization.slug} to confirm.`);
    }
    const latest = await findLatestScan(database, organization.id);
    if (latest !== null && !isScanOver(latest.state)) await (await processScanService()).cancel(latest.id, actor);
    await removeOrganization(database, organization.id);
  });
}
