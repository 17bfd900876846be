import { isScanOver, type ScanState } from "#lib/model/scan.ts";
import type { Database } from "#lib/store/database.ts";
import { recordExclusions } from "#lib/store/exclusions.ts";
import { listOpenBatches, planBatches } from "#lib/store/scan-batches.ts";
import { enterPhase, finishScan } from "#lib/store/scan-progress.ts";
import { findScan, findUncountedScan } from "#lib/store/scans.ts";
import { takeInventory } from "./inventory.ts";
import { rollUp } from "./roll-up.ts";
import { readBatch } from "./scan-batch.ts";
import type { ScanContext } from "./scan-context.ts";

/**
 * ScanStep is a part of a scan that one process does in one go. The inventory comes first, then the batches in any
 * order and at once, then the closing. Each may be begun again at any time without repeating what is finished.
 */
export type ScanStep =
  | { readonly kind: "inventory" }
  | { readonly kind: "batch"; readonly batch: number }
  | { readonly kind: "closing" };

// Its files share their requests (read-repositories asks for 50 repositories at a time), and a process that is lost
// loses the time of one batch; 10,000 repositories are 100 jobs.
const batchSizeUsual = 100;

/** Lists the organization and plans the batches. */
async function runInventory(context: ScanContext, batchSize: number): Promise<void> {
  const { database, organizationId, scanId, policy } = context;
  // A process that was taken for lost may have ended it meanwhile.
  if ((await findUncountedScan(database, scanId))?.phase !== "inventory") return;
  const problem = await takeInventory(context);
  await recordExclusions(database, organizationId, policy.excludedRepositories);
  await planBatches(database, scanId, batchSize);
  await enterPhase(database, scanId, "reading", problem);
}

/** Counts the day and ends the scan: `partial` when teams or a repository are missing in it. */
async function runClosing(context: ScanContext): Promise<void> {
  const { database, scanId, now } = context;
  await enterPhase(database, scanId, "roll-up");
  await rollUp(context);
  await enterPhase(database, scanId, "done");
  const scan = await findScan(database, scanId);
  if (scan === null) return;
  const state: ScanState = scan.counts.failed > 0 || scan.failure !== null ? "partial" : "completed";
  await finishScan(database, scanId, { state, failure: scan.failure, at: now() });
}

/** runStep does one step of a scan. */
export async function runStep(context: ScanContext, step: ScanStep, batchSize = batchSizeUsual): Promise<void> {
  if (step.kind === "inventory") await runInventory(context, batchSize);
  else if (step.kind === "batch") await readBatch(context, step.batch);
  else await runClosing(context);
}

/** listNextSteps is what is left to do of an open scan, as its rows tell: all of it may be done at once. */
export async function listNextSteps(database: Database, scanId: string): Promise<readonly ScanStep[]> {
  const scan = await findUncountedScan(database, scanId);
  if (scan === null || isScanOver(scan.state)) return [];
  if (scan.phase === "inventory") return [{ kind: "inventory" }];
  const batches = await listOpenBatches(database, scanId);
  if (batches.length === 0) return [{ kind: "closing" }];
  return batches.map((batch) => ({ kind: "batch", batch }));
}
