import type { Instant } from "#lib/model/instant.ts";
import type {
  Scan,
  ScanFailure,
  ScanPhase,
  ScanRepositoryState,
  ScanRequests,
  ScanState,
  ScanTrigger,
} from "#lib/model/scan.ts";
import type { Database } from "./database.ts";
import type { Prisma } from "./generated/client.ts";
import { isUuid, phaseToRow, type ScanRow, scanSelect, toFailure, toScan } from "./scan-record.ts";
import { toStorableJson, toStorableKey, toStorableText } from "./storable.ts";
import { inTransaction } from "./transaction.ts";
import { vacuumDatabase } from "./vacuum.ts";

/** NewScan asks for one scan of an organization. */
export interface NewScan {
  readonly organizationId: string;
  readonly trigger: ScanTrigger;
  readonly isFull: boolean;
  /** `actorName` of who asked. */
  readonly requestedBy: string;
  readonly at: Instant;
}

/**
 * createScan queues a scan. An organization has one scan at a time: while one is queued or running, that one is the
 * answer and `isNew` is false.
 */
export function createScan(
  db: Database,
  { organizationId, trigger, isFull, requestedBy, at }: NewScan,
): Promise<{ readonly scanId: string; readonly isNew: boolean }> {
  return inTransaction(db, async (transaction) => {
    // Two requests at once take turns on the organization's row.
    await transaction.$executeRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR UPDATE`;
    const open = await transaction.scan.findFirst({
      where: { organizationId, state: { in: ["queued", "running"] } },
      select: { id: true },
    });
    if (open !== null) return { scanId: open.id, isNew: false };
    const created = await transaction.scan.create({
      data: {
        organizationId,
        state: "queued",
        phase: "inventory",
        trigger,
        isFull,
        requestedBy: toStorableText(requestedBy),
        requestedAt: at,
      },
      select: { id: true },
    });
    return { scanId: created.id, isNew: true };
  });
}

/** startScan lets a queued scan run. One that already runs or is over stays as it is. */
export async function startScan(db: Database, scanId: string, at: Instant): Promise<void> {
  await db.client.scan.updateMany({
    where: { id: scanId, state: "queued" },
    data: { state: "running", phase: "inventory", startedAt: at, heartbeatAt: at },
  });
}

/** Heartbeat is how far a scan is, besides what its rows say. */
export interface Heartbeat {
  readonly phase: ScanPhase;
  readonly total: number;
  readonly eligible: number;
  readonly requests: ScanRequests;
  readonly at: Instant;
}

/** heartbeatScan records how far a running scan is, and that someone still works on it. */
export async function heartbeatScan(db: Database, scanId: string, heartbeat: Heartbeat): Promise<void> {
  const { phase, total, eligible, requests, at } = heartbeat;
  await db.client.scan.updateMany({
    where: { id: scanId, state: "running" },
    data: {
      phase: phaseToRow[phase],
      total,
      eligible,
      graphqlRequests: requests.graphql,
      restRequests: requests.rest,
      points: requests.points,
      remainingPoints: requests.remainingPoints,
      heartbeatAt: at,
    },
  });
}

/** ScanEnd is how a scan ended. `failure` says why it failed, or what is missing in a partial one. */
export interface ScanEnd {
  readonly state: Exclude<ScanState, "queued" | "running">;
  readonly failure: ScanFailure | null;
  readonly at: Instant;
}

/** finishScan records the end of a scan, and tidies up after it. The first end stands. */
export async function finishScan(db: Database, scanId: string, { state, failure, at }: ScanEnd): Promise<void> {
  const { count } = await db.client.scan.updateMany({
    where: { id: scanId, state: { in: ["queued", "running"] } },
    data: {
      state,
      finishedAt: at,
      errorCode: failure?.code ?? null,
      errorMessage: failure === null ? null : toStorableText(failure.message),
    },
  });
  if (count > 0) await vacuumDatabase(db);
}

/**
 * failInterruptedScans marks scans that nobody works on any more as failed with `interrupted`.
 *
 * @param olderThan scans whose last sign of life lies before it; null takes every queued or running one, which is
 * right when no other process can be at work on this database.
 * @returns how many there were.
 */
export async function failInterruptedScans(
  db: Database,
  { olderThan, at }: { readonly olderThan: Instant | null; readonly at: Instant },
): Promise<number> {
  const isSilent =
    olderThan === null
      ? {}
      : { OR: [{ heartbeatAt: { lt: olderThan } }, { heartbeatAt: null, requestedAt: { lt: olderThan } }] };
  const { count } = await db.client.scan.updateMany({
    where: { state: { in: ["queued", "running"] }, ...isSilent },
    data: {
      state: "failed",
      finishedAt: at,
      errorCode: "interrupted",
      errorMessage: "The process that ran this scan ended before the scan did. What it had read is kept; scan again.",
    },
  });
  return count;
}

/** listScans is an organization's scans, newest first; `before` goes on behind the scan with that id. */
export async function listScans(
  db: Database,
  organizationId: string,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<readonly Scan[]> {
  const rows = await db.client.scan.findMany({
    where: { organizationId },
    select: scanSelect,
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: limit,
    ...(before !== undefined && isUuid(before) ? { cursor: { id: before }, skip: 1 } : {}),
  });
  return withCounts(db, rows);
}

/** findScan is one scan by its id; null when there is none. */
export async function findScan(db: Database, scanId: string): Promise<Scan | null> {
  if (!isUuid(scanId)) return null;
  return findOne(db, { id: scanId });
}

/** findLatestScan is the scan of an organization that was requested last, over or not; null before the first. */
export function findLatestScan(db: Database, organizationId: string): Promise<Scan | null> {
  return findOne(db, { organizationId });
}

/** findLatestFinishedScan is the last scan that ended `completed` or `partial`; null before the first. */
export function findLatestFinishedScan(db: Database, organizationId: string): Promise<Scan | null> {
  return findOne(db, { organizationId, state: { in: ["completed", "partial"] } });
}

async function findOne(db: Database, where: Prisma.ScanWhereInput): Promise<Scan | null> {
  const row = await db.client.scan.findFirst({
    where,
    select: scanSelect,
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
  });
  if (row === null) return null;
  const [scan] = await withCounts(db, [row]);
  return scan ?? null;
}

async function withCounts(db: Database, rows: readonly ScanRow[]): Promise<readonly Scan[]> {
  const groups = await db.client.scanRepository.groupBy({
    by: ["scanId", "state", "hasFlake"],
    where: { scanId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  return rows.map((row) => {
    const own = groups.filter(({ scanId }) => scanId === row.id);
    const sum = (isCounted: (group: (typeof own)[number]) => boolean): number =>
      own.filter(isCounted).reduce((total, group) => total + group._count, 0);
    return toScan(row, {
      total: row.total,
      eligible: row.eligible,
      read: sum(({ state }) => state === "read"),
      unchanged: sum(({ state }) => state === "unchanged"),
      failed: sum(({ state }) => state === "failed"),
      withFlake: sum(({ hasFlake }) => hasFlake),
    });
  });
}

/** NewScanRow is a repository that a scan is going to look at. */
export interface NewScanRow {
  readonly fullName: string;
  readonly repositoryId: string | null;
}

/** ScanRepositoryRow is what became of one repository in a scan. */
export interface ScanRepositoryRow {
  readonly fullName: string;
  /** Null for a repository that the inventory could not show. */
  readonly repositoryId: string | null;
  readonly state: ScanRepositoryState;
  readonly failure: ScanFailure | null;
  readonly finishedAt: Instant | null;
}

/** addScanRows lists repositories in a scan as `pending`. One that is listed already stays as it is. */
export async function addScanRows(db: Database, scanId: string, rows: readonly NewScanRow[]): Promise<void> {
  const json = toStorableJson(
    rows.map(({ fullName, repositoryId }) => ({ full_name: toStorableKey(fullName), repository_id: repositoryId })),
  );
  await db.client.$executeRaw`
    INSERT INTO scan_repository (scan_id, full_name, repository_id, state)
    SELECT ${scanId}::uuid, row.full_name, row.repository_id, 'pending'
    FROM json_to_recordset(${json}::json) AS row(full_name text, repository_id uuid)
    ON CONFLICT DO NOTHING`;
}

/**
 * listScanRows is the repositories of a scan by name, all or those of one state.
 *
 * @param page at most `limit` of them, behind the one that `after` names.
 */
export async function listScanRows(
  db: Database,
  scanId: string,
  page: { readonly state?: ScanRepositoryState; readonly limit: number; readonly after?: string },
): Promise<readonly ScanRepositoryRow[]> {
  if (!isUuid(scanId)) return [];
  const rows = await db.client.scanRepository.findMany({
    where: {
      scanId,
      ...(page.state === undefined ? {} : { state: page.state }),
      ...(page.after === undefined ? {} : { fullName: { gt: toStorableKey(page.after) } }),
    },
    select: { fullName: true, repositoryId: true, state: true, errorCode: true, message: true, finishedAt: true },
    orderBy: { fullName: "asc" },
    take: page.limit,
  });
  return rows.map(({ fullName, repositoryId, state, errorCode, message, finishedAt }) => ({
    fullName,
    repositoryId,
    state,
    failure: toFailure(errorCode, message),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}
