import { readConfig } from "#lib/config/environment.ts";
import { isScanOver } from "#lib/model/scan.ts";
import { openDatabase } from "#lib/store/database.ts";
import { findScan } from "#lib/store/scans.ts";
import { processLog } from "../log.ts";
import { startScanService } from "../scan-service.ts";
import { sampleDay } from "./scan-sample.ts";

// A process of its own, for tests that kill it: it works on scans, and asks for a full one whenever none is open.
// Its clock stands still, so that what it records depends on nothing but the repositories.
// Usage: scan-process.ts DATABASE FOLDER (once|forever), with DATABASE as JSON: { kind, directory } or { kind, url }.

const [databaseJson = "", folder = "", mode] = process.argv.slice(2);
const { github } = readConfig({});

const database = await openDatabase(JSON.parse(databaseJson));
const service = await startScanService({
  database,
  github,
  cron: null,
  now: () => sampleDay,
  log: processLog(),
  batchSize: 4,
  heartbeatSeconds: 10,
});
const organization = await service.connect({ provider: "local", location: folder, login: "sample" });
do {
  const { scanId } = await service.request({
    organization,
    trigger: "command",
    isFull: true,
    actor: { kind: "local" },
  });
  process.stdout.write("working\n");
  for (;;) {
    const scan = await findScan(database, scanId);
    if (scan === null || isScanOver(scan.state)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
} while (mode === "forever");
await service.stop();
await database.close();
