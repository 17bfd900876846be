import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#lib/errors/app-error.ts";
import { isScanOver, type Scan } from "#lib/model/scan.ts";
import type { Database } from "#lib/store/database.ts";
import { findScan } from "#lib/store/scans.ts";
import type { ScanRequest, ScanService } from "./scan-service.ts";

/** ScanWatch is told of a scan while it is waited for. */
export interface ScanWatch {
  /** A scan was begun that nobody asked for before. */
  readonly onBegun: (scanId: string) => void;
  readonly onProgress: (scan: Scan) => void;
}

const lookMs = 1_000;

/**
 * runScan asks for a scan and waits for its end. An open scan is the answer, but not to a request that reads everything
 * when the open one does not: then that one is waited for, and it is asked again.
 *
 * @throws AppError `not-found` when the organization is removed meanwhile.
 */
export async function runScan(
  database: Database,
  service: Pick<ScanService, "request">,
  request: ScanRequest,
  watch: ScanWatch,
): Promise<Scan> {
  for (;;) {
    const { scanId, isNew } = await service.request(request);
    if (isNew) watch.onBegun(scanId);
    const scan = await waitForEnd(database, scanId, watch);
    if (isNew || scan.isFull || !request.isFull) return scan;
  }
}

async function waitForEnd(database: Database, scanId: string, { onProgress }: ScanWatch): Promise<Scan> {
  for (;;) {
    const scan = await findScan(database, scanId);
    if (scan === null) throw new AppError("not-found", "The scan is gone: its organization was removed while it ran.");
    onProgress(scan);
    if (isScanOver(scan.state)) return scan;
    await sleep(lookMs);
  }
}
