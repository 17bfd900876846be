import { fromPglite, PgBoss } from "pg-boss";
import { toAppError } from "#lib/errors/app-error.ts";
import type { Database } from "#lib/store/database.ts";

/** ScanJob is what a scan job carries; everything else stands in the scan's row. */
export interface ScanJob {
  readonly scanId: string;
}

/** JobHandlers are what the jobs of this process do. */
export interface JobHandlers {
  scan(job: ScanJob, signal: AbortSignal): Promise<void>;
  /** The schedule's moment has come. */
  schedule(): Promise<void>;
}

/** JobQueue hands out scans to whichever process works on them. */
export interface JobQueue {
  sendScan(job: ScanJob): Promise<void>;
  /** Lets this process work, one scan at a time. `cron` is in UTC; null takes the schedule away. */
  work(handlers: JobHandlers, cron: string | null): Promise<void>;
  /** Waits for nothing: what is running is stopped through its signal, and its scan says so. */
  stop(): Promise<void>;
}

const scanQueue = "scan";
const scheduleQueue = "schedule";

// The first scan of a very large organization may take hours; a shorter limit would start it twice.
const scanSecondsMax = 12 * 60 * 60;

/**
 * openJobQueue starts pg-boss on the same database, in its own schema.
 * A scan is never retried by the queue: its row says how it ended, and the next scan goes on where it stopped.
 */
export async function openJobQueue(database: Database, log: (message: string) => void): Promise<JobQueue> {
  const { connection } = database;
  const boss =
    connection.kind === "embedded"
      ? new PgBoss({ db: fromPglite(connection.pglite), backend: "pglite" })
      : new PgBoss({ connectionString: connection.url, max: 4 });
  boss.on("error", (error) => log(`job queue: ${toAppError(error).message}`));
  await boss.start();
  await boss.createQueue(scanQueue, { retryLimit: 0, expireInSeconds: scanSecondsMax });
  await boss.createQueue(scheduleQueue, { retryLimit: 0 });
  const stopping = new AbortController();

  return {
    async sendScan(job) {
      await boss.send(scanQueue, job);
    },
    async work(handlers, cron) {
      await boss.work<ScanJob>(scanQueue, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const job of jobs) await handlers.scan(job.data, AbortSignal.any([job.signal, stopping.signal]));
      });
      await boss.work(scheduleQueue, async () => handlers.schedule());
      if (cron === null) await boss.unschedule(scheduleQueue);
      else await boss.schedule(scheduleQueue, cron, {}, { tz: "UTC" });
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
