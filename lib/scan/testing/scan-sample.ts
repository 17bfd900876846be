import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toAppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";
import { defaultOwnershipSettings } from "#lib/model/ownership.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import type { Scan } from "#lib/model/scan.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import { writeSampleOrganization } from "#lib/sample/write-sample-organization.ts";
import type { Database } from "#lib/store/database.ts";
import { type OrganizationRecord, registerOrganization } from "#lib/store/organizations.ts";
import { finishScan, startScan } from "#lib/store/scan-progress.ts";
import { createScan, findScan } from "#lib/store/scans.ts";
import type { ScanContext } from "../scan-context.ts";
import { withHeart } from "../scan-heart.ts";
import { listNextSteps, runStep } from "../scan-steps.ts";

/** sampleDay is the moment that the tests' sample organization is written for and scanned at. */
export const sampleDay: Instant = "2026-11-20T12:00:00.000Z";

/** writeTestSample writes the sample organization into a folder of its own. */
export async function writeTestSample(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const parent = mkdtempSync(join(tmpdir(), "flakeboard-sample-"));
  const folder = join(parent, "sample");
  await writeSampleOrganization(folder, { asOf: sampleDay });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** scanWith connects a provider's organization and scans it, at `sampleDay` unless told, without the job queue. */
export async function scanWith(
  database: Database,
  provider: SourceProvider,
  changes: { readonly isFull?: boolean; readonly location?: string; readonly at?: Instant } = {},
): Promise<{ readonly scan: Scan; readonly organization: OrganizationRecord }> {
  const { isFull = false, location = "test", at = sampleDay } = changes;
  const { signal } = new AbortController();
  const found = await provider.readOrganization(signal);
  const organization = await registerOrganization(database, { ...found, provider: provider.kind, location });
  const { scanId } = await createScan(database, {
    organizationId: organization.id,
    trigger: "command",
    isFull,
    requestedBy: "local",
    at,
  });
  await startScan(database, scanId, at);
  await runAllSteps({
    database,
    provider,
    organizationId: organization.id,
    scanId,
    isFull,
    policy: defaultPolicy,
    ownership: defaultOwnershipSettings,
    login: provider.kind === "local" ? null : organization.login,
    asOf: at,
    now: () => at,
    signal,
  });
  const scan = await findScan(database, scanId);
  if (scan === null) throw new Error("The scan is gone.");
  return { scan, organization };
}

/** runAllSteps runs what a scan's jobs would, one after the other. A failure ends the scan, as in a job. */
async function runAllSteps(context: ScanContext): Promise<void> {
  const { database, scanId, now } = context;
  try {
    for (;;) {
      const [step] = await listNextSteps(database, scanId);
      if (step === undefined) return;
      await withHeart(context, (beating) => runStep(beating, step));
    }
  } catch (error) {
    const { code, message } = toAppError(error);
    await finishScan(database, scanId, { state: "failed", failure: { code, message }, at: now() });
  }
}

/** countReads wraps a provider and counts the trees and files that are asked of it. */
export function countReads(provider: SourceProvider): SourceProvider & { readonly reads: () => number } {
  let reads = 0;
  return {
    ...provider,
    readTree(repository, signal) {
      reads += 1;
      return provider.readTree(repository, signal);
    },
    readBlobs(requests, signal) {
      reads += requests.length;
      return provider.readBlobs(requests, signal);
    },
    reads: () => reads,
  };
}
