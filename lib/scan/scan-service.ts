import type { GithubConfig } from "#lib/config/environment.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { type Actor, actorName } from "#lib/model/actor.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { ScanTrigger } from "#lib/model/scan.ts";
import type { Database } from "#lib/store/database.ts";
import { listOrganizations, type OrganizationRecord, registerOrganization } from "#lib/store/organizations.ts";
import { findPolicy } from "#lib/store/policies.ts";
import { createScan, failInterruptedScans, findScan, finishScan } from "#lib/store/scans.ts";
import { createProvider, type Source } from "./create-provider.ts";
import { type JobQueue, openJobQueue } from "./job-queue.ts";
import { scanOrganization } from "./scan-organization.ts";

/** ScanServiceOptions are what a process that scans is made of. */
export interface ScanServiceOptions {
  readonly database: Database;
  readonly github: GithubConfig;
  /** A cron line in UTC; null turns the schedule off. */
  readonly cron: string | null;
  readonly now: () => Instant;
  readonly log: (message: string) => void;
}

/** ScanRequest asks for one scan. */
export interface ScanRequest {
  readonly organization: OrganizationRecord;
  readonly trigger: ScanTrigger;
  readonly isFull: boolean;
  readonly actor: Actor;
}

/** ScanService requests scans and works on them. */
export interface ScanService {
  /**
   * Finds the organization at its provider and records it, so that it can be scanned. Throws the provider's AppError
   * (unknown organization, wrong token, not a folder …) and writes nothing then.
   */
  connect(source: Source): Promise<OrganizationRecord>;
  /** Queues a scan. While one is queued or running for the organization, that one is the answer. */
  request(request: ScanRequest): Promise<{ readonly scanId: string }>;
  stop(): Promise<void>;
}

// A process that works on a scan moves its heart twice a second; two minutes without are a process that is gone.
const silenceMsMax = 120_000;

/** startScanService opens the job queue, lays down what a killed process left behind, and begins to work. */
export async function startScanService(options: ScanServiceOptions): Promise<ScanService> {
  const { database, now, log } = options;
  // The embedded database has one process at a time, so whatever still runs there was left by one that is gone.
  const olderThan =
    database.connection.kind === "embedded" ? null : new Date(Date.parse(now()) - silenceMsMax).toISOString();
  await failInterruptedScans(database, { olderThan, at: now() });
  const queue = await openJobQueue(database, log);
  const service = createScanService(options, queue);
  await queue.work(
    {
      scan: ({ scanId }, signal) => runScan(options, scanId, signal),
      schedule: () => requestAll(options, service),
    },
    options.cron,
  );
  return service;
}

function createScanService({ database, github, now }: ScanServiceOptions, queue: JobQueue): ScanService {
  return {
    async connect(source) {
      const provider = createProvider(source, github);
      const found = await provider.readOrganization(AbortSignal.timeout(60_000));
      return registerOrganization(database, { ...found, provider: source.provider, location: source.location });
    },
    async request({ organization, trigger, isFull, actor }) {
      const { scanId, isNew } = await createScan(database, {
        organizationId: organization.id,
        trigger,
        isFull,
        requestedBy: actorName(actor),
        at: now(),
      });
      if (isNew) await queue.sendScan({ scanId });
      return { scanId };
    },
    stop: () => queue.stop(),
  };
}

async function runScan(
  { database, github, now }: ScanServiceOptions,
  scanId: string,
  signal: AbortSignal,
): Promise<void> {
  const scan = await findScan(database, scanId);
  const organization = (await listOrganizations(database)).find((one) => one.id === scan?.organizationId);
  // Both go together when the organization is removed while its scan waits.
  if (scan === null || organization === undefined) return;
  try {
    const provider = createProvider(organization, github);
    const { organizationId, isFull } = scan;
    // Files in a folder of clones name whatever organization they came from.
    const login = organization.provider === "local" ? null : organization.login;
    const { policy } = await findPolicy(database, organizationId);
    const settings = { policy, ownership: policy.ownership };
    await scanOrganization({ database, provider, organizationId, login, scanId, isFull, ...settings, now, signal });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message } = error;
    await finishScan(database, scanId, { state: "failed", failure: { code, message }, at: now() });
  }
}

/** The sample never changes, so the schedule leaves it alone. */
async function requestAll({ database }: ScanServiceOptions, service: ScanService): Promise<void> {
  for (const organization of await listOrganizations(database)) {
    if (organization.isSample) continue;
    await service.request({
      organization,
      trigger: "schedule",
      isFull: false,
      actor: { kind: "system", name: "schedule" },
    });
  }
}
