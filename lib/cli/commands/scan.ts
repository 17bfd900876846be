import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Scan } from "#lib/model/scan.ts";
import type { Source } from "#lib/scan/create-provider.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { runScan } from "#lib/scan/run-scan.ts";
import type { OrganizationRecord } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { listScanRows } from "#lib/store/scans.ts";
import { scanDocument } from "../scan-document.ts";
import { sweepEarly } from "../sweep-early.ts";
import { createTerminalProgress } from "../terminal-progress.ts";

interface ScanOptions {
  readonly org?: string;
  readonly provider: "github" | "local";
  readonly path?: string;
  readonly full: boolean;
  readonly json: boolean;
  readonly progress: boolean;
}

/** `flakeboard scan` runs one scan into the database and waits for its end. */
export const scanCommand = new Command("scan")
  .description("scan an organization into the database")
  .option("--org <name>", "the organization on GitHub")
  .addOption(
    new Option("--provider <provider>", "where its repositories are").choices(["github", "local"]).default("github"),
  )
  .option("--path <folder>", "the folder of git repositories, for the provider local")
  .option("--full", "read every repository again, changed or not", false)
  .option("--json", "print the scan document", false)
  .option("--progress", "show the progress even where there is no terminal, a line each time it moves", false)
  .action(async (options: ScanOptions) => {
    const sources = sourcesOf(options);
    for (const source of sources) {
      const { scan, organization } = await scanSource(source, options);
      if (options.json) await printDocument(scan, organization);
      if (scan.state === "failed" || scan.state === "cancelled") {
        throw new AppError(scan.failure?.code ?? "internal", scan.failure?.message ?? "The scan did not finish.");
      }
    }
  });

/** sourcesOf says what to scan: the organization that is named, or those of the environment. */
function sourcesOf({ provider, path, org }: ScanOptions): readonly Source[] {
  if (provider === "local") {
    if (path === undefined)
      throw new AppError("config", "Name the folder of repositories: --provider local --path FOLDER.");
    const location = resolve(path);
    return [{ provider, location, login: org ?? basename(location) }];
  }
  const { github, organizations } = processConfig();
  const logins = org === undefined ? organizations : [org];
  if (logins.length === 0) {
    throw new AppError(
      "config",
      "Name the organization: --org NAME, or set FLAKEBOARD_ORGS. A folder is scanned with --provider local --path FOLDER.",
    );
  }
  return logins.map((login) => ({ provider, location: github.restUrl, login }));
}

/** scanSource connects an organization, scans it, and shows the progress on a terminal. */
export async function scanSource(
  source: Source,
  options: { readonly full: boolean; readonly progress: boolean },
): Promise<{ readonly scan: Scan; readonly organization: OrganizationRecord }> {
  const database = await processDatabase();
  sweepEarly(database);
  const service = await processScanService();
  const organization = await service.connect(source);
  const actor = { kind: "local" } as const;
  const progress = createTerminalProgress(organization.name, options.progress);
  const request = { organization, trigger: "command", isFull: options.full, actor } as const;
  const scan = await runScan(database, service, request, {
    // Ctrl+C stops the scan, unless somebody else asked for it: then only the waiting ends.
    onBegun: (scanId) => process.on("SIGINT", () => void service.cancel(scanId, actor)),
    onProgress: progress.show,
  });
  progress.end(scan);
  return { scan, organization };
}

async function printDocument(scan: Scan, organization: OrganizationRecord): Promise<void> {
  const failed = await listScanRows(await processDatabase(), scan.id, { state: "failed", limit: 10_000 });
  process.stdout.write(`${JSON.stringify(scanDocument(scan, organization, failed))}\n`);
}
