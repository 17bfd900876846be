import type { GithubConfig } from "#lib/config/environment.ts";
import { type Actor, actorName } from "#lib/model/actor.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { ScanTrigger } from "#lib/model/scan.ts";
import { effectiveCron } from "#lib/model/schedule.ts";
import type { Database } from "#lib/store/database.ts";
import { listOrganizations, type OrganizationRecord, registerOrganization } from "#lib/store/organizations.ts";
import { finishScan } from "#lib/store/scan-progress.ts";
import { createScan, findLatestScan } from "#lib/store/scans.ts";
import { createProvider, type Source } from "./create-provider.ts";
import { workOnHistory } from "./history-jobs.ts";
import { type Jobs, type OrganizationChange, openJobQueue } from "./job-queue.ts";
import type { Log } from "./log.ts";
import { workOnRefreshes } from "./refresh-jobs.ts";
import { resumeScans, sendNextSteps, workOnScans } from "./scan-jobs.ts";
import { isScanDue } from "./schedule.ts";
import type { WorkContext } from "./work-context.ts";

/** ScanServiceOptions are what a process that scans is made of. */
export interface ScanServiceOptions {
  readonly database: Database;
  readonly github: GithubConfig;
  /** The default cron line in UTC; null scans by schedule only what has a line of its own. */
  readonly cron: string | null;
  readonly now: () => Instant;
  readonly log: Log;
  /** How many repositories a batch has, and after how long a process counts as lost; the usual unless told. */
  readonly batchSize?: number;
  readonly heartbeatSeconds?: number;
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
  /** Queues a scan. While one is queued or running for the organization, that one is the answer and is not new. */
  request(request: ScanRequest): Promise<{ readonly scanId: string; readonly isNew: boolean }>;
  /** Stops a scan, in whichever process it runs. What it had read is kept. False when it was over already. */
  cancel(scanId: string, actor: Actor): Promise<boolean>;
  /** Looks at one repository again, in a moment; asking twice meanwhile is asking once. */
  refreshRepository(organizationId: string, providerId: string): Promise<void>;
  /** Lists the teams again, in a moment, and decides who owns what. */
  refreshTeams(organizationId: string): Promise<void>;
  /** Scans an organization because something changed, in a moment; behind a scan that has begun before, once more. */
  refreshOrganization(organizationId: string, change: OrganizationChange): Promise<void>;
  stop(): Promise<void>;
}

/** startScanService opens the job queue, goes on with what a killed process left behind, and begins to work. */
export async function startScanService(options: ScanServiceOptions): Promise<ScanService> {
  const queue = await openJobQueue(options);
  const context: WorkContext = { ...options, queue };
  const service = createScanService(context);
  await resumeScans(context);
  await workOnScans(context);
  await workOnRefreshes(context);
  await workOnHistory(context);
  await queue.work("refresh-organization", (job) => scanAfterChange(context, service, job));
  await queue.work("schedule", () => scanWhatIsDue(options, service));
  await queue.startSchedule();
  return service;
}

function createScanService(context: WorkContext): ScanService {
  const { database, github, now, queue } = context;
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
      await sendNextSteps(context, scanId);
      return { scanId, isNew };
    },
    cancel: (scanId, actor) =>
      finishScan(database, scanId, {
        state: "cancelled",
        failure: { code: "interrupted", message: `Stopped by ${actorName(actor)}. What it had read is kept.` },
        at: now(),
      }),
    refreshRepository: (organizationId, providerId) => queue.send("refresh-repository", { organizationId, providerId }),
    refreshTeams: (organizationId) => queue.send("refresh-teams", { organizationId }),
    refreshOrganization: (organizationId, change) => queue.send("refresh-organization", { organizationId, ...change }),
    stop: () => queue.stop(),
  };
}

const askedBy = {
  person: { kind: "local" },
  webhook: { kind: "system", name: "webhook" },
} as const satisfies Record<OrganizationChange["trigger"], Actor>;

async function scanAfterChange(
  { database }: WorkContext,
  service: ScanService,
  { organizationId, trigger, isFull }: Jobs["refresh-organization"],
): Promise<void> {
  const organization = (await listOrganizations(database)).find(({ id }) => id === organizationId);
  if (organization === undefined) return;
  const { isNew } = await service.request({ organization, trigger, isFull, actor: askedBy[trigger] });
  // One that runs already may have been past what changed.
  if (!isNew) await service.refreshOrganization(organizationId, { trigger, isFull });
}

/** Every minute: scans each organization whose moment has come since its last scan. */
async function scanWhatIsDue({ database, cron, now }: ScanServiceOptions, service: ScanService): Promise<void> {
  for (const organization of await listOrganizations(database)) {
    const line = effectiveCron(organization, cron);
    if (line === null) continue;
    const since = (await findLatestScan(database, organization.id))?.requestedAt ?? organization.createdAt;
    if (!isScanDue(line, since, now())) continue;
    await service.request({
      organization,
      trigger: "schedule",
      isFull: false,
      actor: { kind: "system", name: "schedule" },
    });
  }
}
