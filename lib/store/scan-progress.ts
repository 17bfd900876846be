import type { Instant } from "#lib/model/instant.ts";
import type { ScanFailure, ScanPhase, ScanRequests, ScanState } from "#lib/model/scan.ts";
import type { Database } from "./database.ts";
import { phaseFromRow, phaseToRow } from "./scan-record.ts";
import { forgetScanTexts } from "./scan-texts.ts";
import { toStorableText } from "./storable.ts";
import { vacuumDatabase } from "./vacuum.ts";

/** startScan lets a queued scan run. One that already runs or is over stays as it is. */
export async function startScan(db: Database, scanId: string, at: Instant): Promise<void> {
  await db.client.scan.updateMany({
    where: { id: scanId, state: "queued" },
    data: { state: "running", phase: "inventory", startedAt: at, heartbeatAt: at },
  });
}

/**
 * beatScan records that someone works on a running scan, and adds the requests that they spent since the last time.
 *
 * @returns whether the scan still runs; false once it is over, because someone stopped it perhaps.
 */
export async function beatScan(
  db: Database,
  scanId: string,
  { spent, at }: { readonly spent: ScanRequests; readonly at: Instant },
): Promise<boolean> {
  const { count } = await db.client.scan.updateMany({
    where: { id: scanId, state: "running" },
    data: {
      graphqlRequests: { increment: spent.graphql },
      restRequests: { increment: spent.rest },
      points: { increment: spent.points },
      ...(spent.remainingPoints === null ? {} : { remainingPoints: spent.remainingPoints }),
      heartbeatAt: at,
    },
  });
  return count > 0;
}

/**
 * recordListed records how many repositories a running scan has to do with, and where its inventory goes on; null leaves
 * that as it was.
 */
export async function recordListed(
  db: Database,
  scanId: string,
  { total, next }: { readonly total: number; readonly next: string | null },
): Promise<void> {
  const place = next === null ? {} : { inventoryCursor: next };
  await db.client.scan.updateMany({ where: { id: scanId, state: "running" }, data: { total, ...place } });
}

/** findInventoryCursor is where the inventory of a scan goes on, after a process that did not end it; null at the beginning. */
export async function findInventoryCursor(db: Database, scanId: string): Promise<string | null> {
  const row = await db.client.scan.findUnique({ where: { id: scanId }, select: { inventoryCursor: true } });
  return row?.inventoryCursor ?? null;
}

/**
 * concludeInventory counts, from the lines of a running scan, how many of its repositories are eligible as their
 * provider shows them.
 *
 * @returns whether every repository could be shown.
 */
export async function concludeInventory(db: Database, scanId: string): Promise<boolean> {
  await db.client.$executeRaw`
    UPDATE scan SET eligible = (
      SELECT count(*) FROM scan_repository JOIN repository ON repository.id = scan_repository.repository_id
      WHERE scan_repository.scan_id = scan.id
        AND NOT (repository.is_archived OR repository.is_fork OR repository.is_empty))
    WHERE id = ${scanId}::uuid AND state = 'running'`;
  return (await db.client.scanRepository.count({ where: { scanId, repositoryId: null } })) === 0;
}

/**
 * enterPhase records what a running scan does now.
 *
 * @param failure what the inventory could not tell, null when nothing is missing; left out, it stays as it is.
 */
export async function enterPhase(
  db: Database,
  scanId: string,
  phase: ScanPhase,
  failure?: ScanFailure | null,
): Promise<void> {
  await db.client.scan.updateMany({
    where: { id: scanId, state: "running" },
    data: { phase: phaseToRow[phase], ...(failure === undefined ? {} : failureColumns(failure)) },
  });
}

/** ScanEnd is how a scan ended. `failure` says why it failed, or what is missing in a partial one. */
export interface ScanEnd {
  readonly state: Exclude<ScanState, "queued" | "running">;
  readonly failure: ScanFailure | null;
  readonly at: Instant;
}

/**
 * finishScan records the end of a scan, and tidies up after it. The first end stands.
 *
 * @returns whether this was it.
 */
export async function finishScan(db: Database, scanId: string, { state, failure, at }: ScanEnd): Promise<boolean> {
  const { count } = await db.client.scan.updateMany({
    where: { id: scanId, state: { in: ["queued", "running"] } },
    data: { state, finishedAt: at, ...failureColumns(failure) },
  });
  if (count > 0) {
    await forgetScanTexts(db);
    await vacuumDatabase(db);
  }
  return count > 0;
}

/**
 * failAbandonedScans ends scans that began before `startedBefore` and never came to an end as failed: what their
 * inventory showed is too old to be gone on with.
 *
 * @returns how many there were.
 */
export async function failAbandonedScans(
  db: Database,
  { startedBefore, at }: { readonly startedBefore: Instant; readonly at: Instant },
): Promise<number> {
  const { count } = await db.client.scan.updateMany({
    where: { state: "running", startedAt: { lt: startedBefore } },
    data: {
      state: "failed",
      finishedAt: at,
      errorCode: "interrupted",
      errorMessage: "Nobody came to the end of this scan within a day. What was read is kept; the next scan goes on.",
    },
  });
  return count;
}

/** OpenScan is a scan that is not over, and what it does. */
export interface OpenScan {
  readonly scanId: string;
  readonly phase: ScanPhase;
}

/** listOpenScans is every scan that is queued or running, of any organization. */
export async function listOpenScans(db: Database): Promise<readonly OpenScan[]> {
  const rows = await db.client.scan.findMany({
    where: { state: { in: ["queued", "running"] } },
    select: { id: true, phase: true },
    orderBy: { requestedAt: "asc" },
  });
  return rows.map(({ id, phase }) => ({ scanId: id, phase: phaseFromRow[phase] }));
}

function failureColumns(failure: ScanFailure | null) {
  return {
    errorCode: failure?.code ?? null,
    errorMessage: failure === null ? null : toStorableText(failure.message),
  };
}
