import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { organizationWithPast } from "#e2e/github/organization-with-past.ts";
import { readConfig } from "#lib/config/environment.ts";
import { isScanOver } from "#lib/model/scan.ts";
import type { Database } from "#lib/store/database.ts";
import { listHistories } from "#lib/store/history.ts";
import { countPastAttempts } from "#lib/store/past-attempts.ts";
import { findScan } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { processLog } from "./log.ts";
import { startScanService } from "./scan-service.ts";
import { sampleDay } from "./testing/scan-sample.ts";

interface JobRow {
  readonly state: string;
  /** How long it waits before it is begun, in seconds. */
  readonly waits: number;
}

function listJobs(db: Database): Promise<readonly JobRow[]> {
  return db.client.$queryRaw<readonly JobRow[]>`
    SELECT state::text, extract(epoch FROM start_after - now())::float8 AS waits
    FROM pgboss.job WHERE name = 'rebuild-history' ORDER BY created_on`;
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error("It did not come to pass in time.");
}

describeEachDatabase("the past that is rebuilt behind a scan", (database) => {
  it("pauses when half of what is left of the hour is spent, and goes on in the next one", async () => {
    const db = database();
    const emulator = await startGithubEmulator({ folder: organizationWithPast(4, sampleDay), pointsPerHour: 14 });
    const { github } = readConfig({ GITHUB_TOKEN: "token-of-acme", GITHUB_API_URL: emulator.url });
    const now = () => sampleDay;
    const service = await startScanService({ database: db, github, cron: null, now, log: processLog() });
    try {
      const organization = await service.connect({ provider: "github", location: emulator.url, login: "acme" });
      const actor = { kind: "local" } as const;
      const { scanId } = await service.request({ organization, trigger: "command", isFull: false, actor });
      await until(async () => (isScanOver((await findScan(db, scanId))?.state ?? "queued") ? true : undefined));
      const [last] = await listHistories(db, organization.id);
      // What a process had in hand that was killed goes alone, behind the others: a second batch.
      await countPastAttempts(db, [last?.repositoryId ?? ""]);
      await db.client.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'rebuild-history'`;

      const jobs = await until(async () => {
        const found = await listJobs(db);
        return found[0]?.state === "completed" ? found : undefined;
      });

      const histories = await listHistories(db, organization.id);
      expect(histories.map(({ rebuilt }) => rebuilt?.state ?? "waits").toSorted()).toEqual([
        ...["done", "done", "done"],
        "waits",
      ]);
      expect(jobs).toMatchObject([{ state: "completed" }, { state: "created" }]);
      expect(jobs[1]?.waits).toBeGreaterThan(3_500);
      expect(jobs[1]?.waits).toBeLessThanOrEqual(3_600);
    } finally {
      await service.stop();
      await emulator.close();
    }
  });
});
