import { processConfig } from "#lib/config/process-config.ts";
import { toAppError } from "#lib/errors/app-error.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { findLatestScan } from "#lib/store/scans.ts";
import { processLog } from "./log.ts";
import { type ScanService, startScanService } from "./scan-service.ts";

declare global {
  // Next loads its pages and its instrumentation as separate modules; only a global is one for both.
  var flakeboardScanService: Promise<ScanService> | undefined;
}

/** processScanService is the scan service of this process, started once, on the process's database. */
export function processScanService(): Promise<ScanService> {
  globalThis.flakeboardScanService ??= start().catch((error: unknown) => {
    globalThis.flakeboardScanService = undefined;
    throw error;
  });
  return globalThis.flakeboardScanService;
}

async function start(): Promise<ScanService> {
  const { github, scanCron } = processConfig();
  const now = () => new Date().toISOString();
  return startScanService({ database: await processDatabase(), github, cron: scanCron, now, log: processLog() });
}

/**
 * scanConfiguredOrganizations connects every organization of FLAKEBOARD_ORGS and scans those that never were.
 * One that cannot be connected is logged; the others, and the pages, go on.
 */
export async function scanConfiguredOrganizations(): Promise<void> {
  const { organizations, github } = processConfig();
  const service = await processScanService();
  const database = await processDatabase();
  const known = await listOrganizations(database);
  for (const login of organizations) {
    try {
      const before = known.find((one) => one.provider === "github" && one.login === login);
      const organization = before ?? (await service.connect({ provider: "github", location: github.restUrl, login }));
      if ((await findLatestScan(database, organization.id)) !== null) continue;
      await service.request({
        organization,
        trigger: "start",
        isFull: false,
        actor: { kind: "system", name: "start" },
      });
    } catch (error) {
      processLog().warn("An organization cannot be scanned", {
        organization: login,
        problem: toAppError(error).message,
      });
    }
  }
}
