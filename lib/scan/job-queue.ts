import { fromPglite, PgBoss, type QueuePolicy } from "pg-boss";
import { toAppError } from "#lib/errors/app-error.ts";
import type { Database } from "#lib/store/database.ts";
import type { Log } from "./log.ts";

/** ScanJob is a step of a scan; everything else stands in the scan's rows. */
export interface ScanJob {
  readonly scanId: string;
}

/** OrganizationChange is what a scan of an organization is to take in, and how: `isFull` reads everything again. */
export interface OrganizationChange {
  readonly trigger: "person" | "webhook";
  readonly isFull: boolean;
}

/** Jobs are what waits in each queue. A new kind of job is a line here, one in `queues`, and a handler. */
export interface Jobs {
  readonly "scan-inventory": ScanJob;
  readonly "scan-batch": ScanJob & { readonly batch: number };
  readonly "scan-closing": ScanJob;
  readonly "refresh-repository": { readonly organizationId: string; readonly providerId: string };
  readonly "refresh-teams": { readonly organizationId: string };
  readonly "refresh-organization": OrganizationChange & { readonly organizationId: string };
  readonly "roll-up": { readonly organizationId: string };
  readonly "rebuild-history": { readonly organizationId: string };
  /** Comes every minute, to one of all processes. */
  readonly schedule: Readonly<Record<string, never>>;
}

type JobName = keyof Jobs;

interface QueueDefinition<Job> {
  /** Jobs of the same key are the same job. */
  readonly key: (job: Job) => string;
  /**
   * `exclusive`: nothing is added while the same job waits or is worked on. `stately`: one may wait while another is
   * worked on, so that what happens in between is not missed.
   */
  readonly policy: Extract<QueuePolicy, "exclusive" | "stately">;
  /** How long it waits before it is worked on; what comes meanwhile is the same job. */
  readonly delaySeconds: number;
  /** How often each process looks for one: two queries a second for each queue are a tenth of a scan's own time. */
  readonly lookSeconds: number;
  /** How long it may take, and how often it is tried when it throws or its process is lost. */
  readonly expireInSeconds: number;
  readonly retryLimit: number;
  /** The pause before the second try; with `retryBackoff` each one is twice as long as the one before. */
  readonly retryDelay: number;
  readonly retryBackoff: boolean;
}

// A batch of a very large organization may wait an hour for its budget, an inventory a few times. Only an outage of
// the database is thrown, so trying on is right; what goes wrong with a scan itself ends it.
const scanStep = {
  policy: "exclusive",
  delaySeconds: 0,
  lookSeconds: 0.5,
  expireInSeconds: 12 * 3600,
  retryLimit: 1000,
  retryDelay: 1,
  retryBackoff: false,
} as const;

const refresh = {
  policy: "stately",
  expireInSeconds: 3600,
  retryLimit: 3,
  retryDelay: 1,
  retryBackoff: true,
} as const;

const queues: { readonly [Name in JobName]: QueueDefinition<Jobs[Name]> } = {
  "scan-inventory": { ...scanStep, key: ({ scanId }) => scanId },
  "scan-batch": { ...scanStep, key: ({ scanId, batch }) => `${scanId}/${batch}` },
  "scan-closing": { ...scanStep, key: ({ scanId }) => scanId },
  // 2: a merge train pushes many times within a second or two, and a person who pushed looks after a few.
  "refresh-repository": {
    ...refresh,
    delaySeconds: 2,
    lookSeconds: 0.5,
    key: (job) => `${job.organizationId}/${job.providerId}`,
  },
  // 30: whoever changes one team changes several.
  "refresh-teams": { ...refresh, delaySeconds: 30, lookSeconds: 5, key: ({ organizationId }) => organizationId },
  "refresh-organization": {
    ...refresh,
    delaySeconds: 30,
    lookSeconds: 5,
    key: ({ organizationId, isFull }) => `${organizationId}${isFull ? "/full" : ""}`,
  },
  "roll-up": { ...refresh, delaySeconds: 5, lookSeconds: 2, key: ({ organizationId }) => organizationId },
  // 10: a command that only scans has ended by then, and leaves it to a server. Hours are for 10,000 repositories.
  "rebuild-history": {
    policy: "stately",
    delaySeconds: 10,
    lookSeconds: 5,
    expireInSeconds: 6 * 3600,
    // After 1, 2, 4, 8 and 16 minutes; then the next scan begins again.
    retryLimit: 5,
    retryDelay: 60,
    retryBackoff: true,
    key: ({ organizationId }) => organizationId,
  },
  schedule: {
    policy: "exclusive",
    delaySeconds: 0,
    lookSeconds: 5,
    expireInSeconds: 600,
    retryLimit: 0,
    retryDelay: 1,
    retryBackoff: false,
    key: () => "",
  },
};

const scanQueues = ["scan-inventory", "scan-batch", "scan-closing"] as const satisfies readonly JobName[];

/** JobQueue hands out jobs to whichever process works on them. */
export interface JobQueue {
  /** @param delaySeconds how long the job waits, where that is not what its queue says. */
  send<Name extends JobName>(name: Name, job: Jobs[Name], delaySeconds?: number): Promise<void>;
  /** Lets this process work on one kind of job, one at a time. The signal fires when the process stops. */
  work<Name extends JobName>(
    name: Name,
    handle: (job: Jobs[Name], signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** Forgets every step of every scan, so that they can be sent anew from the scans' rows. */
  forgetScans(): Promise<void>;
  /** Has `schedule` come every minute. */
  startSchedule(): Promise<void>;
  /** Waits for nothing: what is running is stopped through its signal, and done again by whoever comes next. */
  stop(): Promise<void>;
}

/** JobQueueOptions are where the jobs are, and how fast a lost process is noticed. */
export interface JobQueueOptions {
  readonly database: Database;
  readonly log: Log;
  /** A process that is silent for so long is lost, and its job goes to another one. At least 10. */
  readonly heartbeatSeconds?: number;
}

// A repository may keep the process busy without a pause for some seconds; half a minute is none.
const heartbeatSecondsUsual = 30;

/** openJobQueue starts pg-boss on the same database, in its own schema. */
export async function openJobQueue({
  database,
  log,
  heartbeatSeconds = heartbeatSecondsUsual,
}: JobQueueOptions): Promise<JobQueue> {
  const { connection } = database;
  const supervision = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 5 } as const;
  const boss =
    connection.kind === "embedded"
      ? new PgBoss({ db: fromPglite(connection.pglite), backend: "pglite" })
      : new PgBoss({ connectionString: connection.url, max: 4, ...supervision });
  boss.on("error", (error) => log.error("The job queue had trouble", { problem: toAppError(error).message }));
  await boss.start();
  for (const [name, { key: _, delaySeconds: __, ...options }] of Object.entries(queues)) {
    await boss.createQueue(name, { ...options, heartbeatSeconds, deleteAfterSeconds: 3600 });
  }
  const stopping = new AbortController();

  return {
    async send(name, job, delaySeconds = queues[name].delaySeconds) {
      const { key, retryLimit, retryDelay, retryBackoff } = queues[name];
      // With the job, because a queue keeps the options with which a version before this one made it.
      const retry = { retryLimit, retryDelay, retryBackoff };
      await boss.send(name, job, { singletonKey: key(job), startAfter: delaySeconds, ...retry });
    },
    async work(name, handle) {
      await boss.work<Jobs[typeof name]>(name, { pollingIntervalSeconds: queues[name].lookSeconds }, async (jobs) => {
        for (const job of jobs) await handle(job.data, AbortSignal.any([job.signal, stopping.signal]));
      });
    },
    async forgetScans() {
      for (const name of scanQueues) await boss.deleteAllJobs(name);
    },
    async startSchedule() {
      await boss.schedule("schedule", "* * * * *", {}, { tz: "UTC" });
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
