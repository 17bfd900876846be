import { AppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import { fullName, type Repository } from "#lib/model/repository.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import type { InventoryItem } from "#lib/providers/source-provider.ts";
import { recordFailure } from "#lib/store/analysis.ts";
import { recordOwnerCandidates } from "#lib/store/owner-candidates.ts";
import { listUnseenRepositories } from "#lib/store/record-departures.ts";
import { recordInventory } from "#lib/store/record-inventory.ts";
import { concludeInventory, findInventoryCursor, recordListed } from "#lib/store/scan-progress.ts";
import { addScanRows } from "#lib/store/scans.ts";
import { listOwners } from "./list-owners.ts";
import { recordUnseen } from "./record-unseen.ts";
import type { ScanContext } from "./scan-context.ts";

/**
 * takeInventory lists teams and repositories and records both, page by page as they arrive. Each repository becomes a
 * pending row of the scan, with what its reading needs, so that nothing has to stay in memory. One that a process did
 * not end goes on behind its last page.
 *
 * @returns why the teams could not be listed; null when nothing was left out.
 */
export async function takeInventory(context: ScanContext): Promise<ScanFailure | null> {
  const { database, organizationId, scanId, provider, now, signal } = context;
  const { candidatesOf, problem } = await tryOwners(context);
  const after = await findInventoryCursor(database, scanId);
  // A page is asked for after the one before it has come.
  let askedAt = now();
  for await (const { total, items, next } of provider.listRepositories(signal, after)) {
    signal.throwIfAborted();
    const arrivedAt = now();
    await recordPage(context, items, candidatesOf, askedAt);
    await recordListed(database, scanId, { total, next });
    askedAt = arrivedAt;
  }
  const isWhole = await concludeInventory(database, scanId);
  const unseen = await listUnseenRepositories(database, organizationId, scanId);
  await recordUnseen(context, unseen, isWhole && problem === null);
  return problem;
}

type CandidatesOf = (repository: Repository) => OwnershipCandidates;

async function tryOwners(
  context: ScanContext,
): Promise<{ readonly candidatesOf: CandidatesOf | null; readonly problem: ScanFailure | null }> {
  try {
    return { candidatesOf: await listOwners(context), problem: null };
  } catch (error) {
    // Repositories can be read without knowing the teams; the scan goes on, and says so.
    if (!(error instanceof AppError && error.code === "forbidden")) throw error;
    return { candidatesOf: null, problem: { code: error.code, message: error.message } };
  }
}

async function recordPage(
  context: ScanContext,
  items: readonly InventoryItem[],
  candidatesOf: CandidatesOf | null,
  askedAt: Instant,
): Promise<void> {
  const { database, organizationId, scanId } = context;
  const listed = items.filter((item) => item.status === "listed");
  const ids = await recordInventory(
    database,
    organizationId,
    listed.map((item) => item.repository),
    askedAt,
  );
  await addScanRows(
    database,
    scanId,
    listed.map(({ repository, entries }) => ({
      fullName: fullName(repository),
      repositoryId: ids.get(repository.providerId) ?? null,
      entries,
      headCommit: repository.headCommit,
    })),
  );
  for (const item of items) {
    if (item.status === "listed") continue;
    const { code, message } = item.error;
    await recordFailure(database, {
      scanId,
      repositoryId: null,
      fullName: fullName(item),
      failure: { code, message },
      at: context.now(),
    });
  }
  if (candidatesOf === null) return;
  const candidates = listed.flatMap(({ repository }) => {
    const id = ids.get(repository.providerId);
    return id === undefined ? [] : [[id, candidatesOf(repository)] as const];
  });
  await recordOwnerCandidates(database, new Map(candidates));
}
