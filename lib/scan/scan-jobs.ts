import { type AppError, toAppError } from "#lib/errors/app-error.ts";
import { addDays } from "#lib/model/instant.ts";
import { listOpenBatches } from "#lib/store/scan-batches.ts";
import { failAbandonedScans, finishScan, listOpenScans, startScan } from "#lib/store/scan-progress.ts";
import { forgetScanTexts } from "#lib/store/scan-texts.ts";
import { findUncountedScan } from "#lib/store/scans.ts";
import type { ScanContext } from "./scan-context.ts";
import { withHeart } from "./scan-heart.ts";
import { listNextSteps, runStep, type ScanStep } from "./scan-steps.ts";
import { openOrganization, type WorkContext } from "./work-context.ts";

/**
 * workOnScans lets this process take steps of scans. A step that is done sends what comes next; so does every process
 * at its start, so that nothing is lost with a process that was killed.
 */
export async function workOnScans(context: WorkContext): Promise<void> {
  const { queue } = context;
  await queue.work("scan-inventory", ({ scanId }, signal) => takeStep(context, scanId, { kind: "inventory" }, signal));
  await queue.work("scan-batch", ({ scanId, batch }, signal) =>
    takeStep(context, scanId, { kind: "batch", batch }, signal),
  );
  await queue.work("scan-closing", ({ scanId }, signal) => takeStep(context, scanId, { kind: "closing" }, signal));
}

/**
 * resumeScans sends what is left of every open scan. A step that waits or is worked on already is not sent twice.
 * Scans that began more than a day ago are ended instead.
 */
export async function resumeScans({ database, queue, now }: WorkContext): Promise<void> {
  // The embedded database has one process at a time, so whatever is worked on there was left by one that is gone.
  if (database.connection.kind === "embedded") await queue.forgetScans();
  await failAbandonedScans(database, { startedBefore: addDays(now(), -1), at: now() });
  await forgetScanTexts(database);
  for (const { scanId } of await listOpenScans(database)) await sendNextSteps({ database, queue }, scanId);
}

/** sendNextSteps sends what is left of a scan; nothing when it is over. */
export async function sendNextSteps(
  { database, queue }: Pick<WorkContext, "database" | "queue">,
  scanId: string,
): Promise<void> {
  for (const step of await listNextSteps(database, scanId)) {
    if (step.kind === "inventory") await queue.send("scan-inventory", { scanId });
    else if (step.kind === "batch") await queue.send("scan-batch", { scanId, batch: step.batch });
    else await queue.send("scan-closing", { scanId });
  }
}

async function takeStep(work: WorkContext, scanId: string, step: ScanStep, signal: AbortSignal): Promise<void> {
  const { database, now, log, batchSize } = work;
  await startScan(database, scanId, now());
  try {
    const context = await openContext(work, scanId, signal);
    if (context === null) return;
    await withHeart(context, (beating) => runStep(beating, step, batchSize));
    if (step.kind === "closing") await work.queue.send("rebuild-history", { organizationId: context.organizationId });
  } catch (error) {
    // Whoever comes next does the step again: after a process that stops, and when the database is back.
    if (signal.aborted || isOutage(toAppError(error))) throw error;
    const { code, message } = toAppError(error);
    log.warn("A step of a scan failed", { scan: scanId, step: step.kind, code, problem: message });
    // A scan that was stopped is over, and stays as it was ended.
    await finishScan(database, scanId, { state: "failed", failure: { code, message }, at: now() });
    return;
  }
  log.debug("A step of a scan is done", { scan: scanId, step: step.kind });
  // The other batches were sent together with this one; to send them all again after each is too much for a large scan.
  const isBatchLeft = step.kind === "batch" && (await listOpenBatches(database, scanId)).length > 0;
  if (!isBatchLeft) await sendNextSteps(work, scanId);
}

function isOutage({ code }: AppError): boolean {
  return code === "database-unavailable" || code === "database-locked";
}

/** Null when the scan is over, or was removed together with its organization. */
async function openContext(work: WorkContext, scanId: string, signal: AbortSignal): Promise<ScanContext | null> {
  const { database, now } = work;
  const scan = await findUncountedScan(database, scanId);
  if (scan?.state !== "running" || scan.startedAt === null) return null;
  const source = await openOrganization(work, scan.organizationId, "scan");
  if (source === null) return null;
  return { ...source, database, scanId, isFull: scan.isFull, asOf: scan.startedAt, now, signal };
}
