import { processConfig } from "#lib/config/process-config.ts";
import { toAppError } from "#lib/errors/app-error.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { logAsServer, processLog } from "./log.ts";
import { processScanService, scanConfiguredOrganizations } from "./process-scan-service.ts";

/**
 * startServer makes a web server's process ready: the database open, jobs and schedule running, and the organizations
 * of the environment on their way. A database that cannot be opened is logged, and every page says so until it can.
 */
export async function startServer(): Promise<void> {
  try {
    const { host, port, logLevel } = processConfig();
    logAsServer(logLevel);
    const database = await processDatabase();
    database.announce(`http://${host.includes(":") ? `[${host}]` : host}:${port}`);
    const service = await processScanService();
    const close = (): void => {
      void service.stop().then(() => database.close());
    };
    process.once("SIGTERM", close);
    process.once("SIGINT", close);
    await scanConfiguredOrganizations();
  } catch (error) {
    processLog().error("The server is not ready", { problem: toAppError(error).message });
  }
}
