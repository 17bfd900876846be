import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import type { Database } from "#lib/store/database.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { type JobQueue, openJobQueue } from "./job-queue.ts";
import { processLog } from "./log.ts";

interface JobRow {
  readonly state: string;
  readonly tries: number;
  /** How long it waits before it is tried again, in seconds. */
  readonly waits: number;
}

async function readJob(db: Database): Promise<JobRow> {
  const [row] = await db.client.$queryRaw<readonly JobRow[]>`
    SELECT state::text, retry_count AS tries, extract(epoch FROM start_after - now())::float8 AS waits
    FROM pgboss.job WHERE name = 'rebuild-history'`;
  if (row === undefined) throw new Error("there is no job");
  return row;
}

/** Lets the time pass that it waits, as if it were tried for the last time where `isLast`. */
async function passTime(db: Database, isLast = false): Promise<void> {
  await db.client.$executeRaw`
    UPDATE pgboss.job SET start_after = now(), retry_count = CASE WHEN ${isLast} THEN retry_limit ELSE retry_count END
    WHERE name = 'rebuild-history'`;
}

describeEachDatabase("a job that throws", (database) => {
  let queue: JobQueue;

  afterEach(() => queue.stop());

  it("is tried again after a minute, then after two, and is left when it has failed five times more", async () => {
    const db = database();
    queue = await openJobQueue({ database: db, log: processLog() });
    let tried = 0;
    await queue.work("rebuild-history", () => {
      tried += 1;
      return Promise.reject(new Error("GitHub is away"));
    });
    await queue.send("rebuild-history", { organizationId: "0" });
    const afterTry = async (count: number, state: string): Promise<JobRow> => {
      for (;;) {
        const job = await readJob(db);
        if (tried === count && job.state === state) return job;
        await sleep(100);
      }
    };

    await passTime(db);
    const { waits: first } = await afterTry(1, "retry");
    await passTime(db);
    const { waits: second } = await afterTry(2, "retry");
    await passTime(db, true);
    await afterTry(3, "failed");

    // Up to as much again is left to chance, so that many jobs do not come back at one moment.
    expect(first).toBeGreaterThan(50);
    expect(first).toBeLessThanOrEqual(120);
    expect(second).toBeGreaterThan(110);
    expect(second).toBeLessThanOrEqual(240);
  });
});
