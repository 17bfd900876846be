import type { Instant } from "#lib/model/instant.ts";
import type { Scan, ScanFailure, ScanRepositoryState, ScanTrigger } from "#lib/model/scan.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import type { Database } from "./database.ts";
import type { Prisma } from "./generated/client.ts";
import {
  isUuid,
  type ScanRow,
  scanSelect,
  toFailure,
  toScan,
  toUncountedScan,
  type UncountedScan,
} from "./scan-record.ts";
import { toStorableJson, toStorableKey, toStorableText } from "./storable.ts";
import { inTransaction } from "./transaction.ts";

const newestFirst = [{ requestedAt: "desc" }, { id: "desc" }] satisfies readonly Prisma.ScanOrderByWithRelationInput[];

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

/** listScans is an organization's scans, newest first; `before` goes on behind the scan with that id. */
export async function listScans(
  db: Database,
  organizationId: string,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<readonly Scan[]> {
  const rows = await db.client.scan.findMany({
    where: { organizationId },
    select: scanSelect,
    orderBy: newestFirst,
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

/** findUncountedScan is what work on a scan goes by, many times while it runs; null when there is none of that id. */
export async function findUncountedScan(db: Database, scanId: string): Promise<UncountedScan | null> {
  const row = await db.client.scan.findUnique({ where: { id: scanId }, select: scanSelect });
  return row === null ? null : toUncountedScan(row);
}

/** findLatestScan is the scan of an organization that was requested last, over or not; null before the first. */
export function findLatestScan(db: Database, organizationId: string): Promise<Scan | null> {
  return findOne(db, { organizationId });
}

/** findLatestScanState is how far that scan is, without what it counted; null before the first. */
export function findLatestScanState(db: Database, organizationId: string): Promise<Pick<Scan, "id" | "state"> | null> {
  return db.client.scan.findFirst({
    where: { organizationId },
    select: { id: true, state: true },
    orderBy: newestFirst,
  });
}

/** findLatestFinishedScan is the last scan that ended `completed` or `partial`; null before the first. */
export function findLatestFinishedScan(db: Database, organizationId: string): Promise<Scan | null> {
  return findOne(db, { organizationId, state: { in: ["completed", "partial"] } });
}

/** isFirstScan says whether none that was asked for before this one has ended `completed` or `partial`. */
export async function isFirstScan(
  db: Database,
  { organizationId, requestedAt }: Pick<Scan, "organizationId" | "requestedAt">,
): Promise<boolean> {
  const state = { in: ["completed", "partial"] } satisfies Prisma.ScanWhereInput["state"];
  const where = { organizationId, requestedAt: { lt: requestedAt }, state };
  return (await db.client.scan.count({ where, take: 1 })) === 0;
}

async function findOne(db: Database, where: Prisma.ScanWhereInput): Promise<Scan | null> {
  const row = await db.client.scan.findFirst({
    where,
    select: scanSelect,
    orderBy: newestFirst,
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
  /** What the inventory showed of its tree, and the head whose tree it is. */
  readonly entries: readonly TreeEntry[];
  readonly headCommit: string | null;
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

/**
 * addScanRows lists repositories in a scan as `pending`. One that is listed already, also under another name or as one
 * that could not be shown, takes what was seen now; one that the scan is through with stays as it is.
 */
export async function addScanRows(db: Database, scanId: string, rows: readonly NewScanRow[]): Promise<void> {
  const byName = new Map(rows.map((row) => [toStorableKey(row.fullName), row]));
  const json = toStorableJson(
    [...byName].map(([fullName, { repositoryId, entries, headCommit }]) => ({
      full_name: fullName,
      repository_id: repositoryId,
      entries,
      head_commit: headCommit,
    })),
  );
  await inTransaction(db, async (transaction) => {
    // A page that is asked for again may show a repository under a new name.
    await transaction.$executeRaw`
      DELETE FROM scan_repository USING json_to_recordset(${json}::json) AS row(full_name text, repository_id uuid)
      WHERE scan_repository.scan_id = ${scanId}::uuid AND scan_repository.repository_id = row.repository_id
        AND scan_repository.full_name <> row.full_name AND scan_repository.state = 'pending'`;
    await transaction.$executeRaw`
      INSERT INTO scan_repository (scan_id, full_name, repository_id, state, entries, head_commit)
      SELECT ${scanId}::uuid, row.full_name, row.repository_id, 'pending', row.entries, row.head_commit
      FROM json_to_recordset(${json}::json) AS row(full_name text, repository_id uuid, entries jsonb, head_commit text)
      ON CONFLICT (scan_id, full_name) DO UPDATE SET
        repository_id = EXCLUDED.repository_id, state = EXCLUDED.state, entries = EXCLUDED.entries,
        head_commit = EXCLUDED.head_commit, error_code = NULL, message = NULL, finished_at = NULL
      WHERE scan_repository.state = 'pending' OR scan_repository.repository_id IS NULL`;
  });
}

/** refreshPendingRows gives a repository that a scan has still to look at the entries that were seen just now. */
export async function refreshPendingRows(
  db: Database,
  repositoryId: string,
  { entries, headCommit }: Pick<NewScanRow, "entries" | "headCommit">,
): Promise<void> {
  await db.client.$executeRaw`
    UPDATE scan_repository SET entries = ${toStorableJson(entries)}::jsonb, head_commit = ${headCommit}
    WHERE repository_id = ${repositoryId}::uuid AND state = 'pending'`;
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
