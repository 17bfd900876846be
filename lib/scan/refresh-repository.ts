import { AppError } from "#lib/errors/app-error.ts";
import { factsVersion } from "#lib/model/facts.ts";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import { listOwnerCandidates } from "#lib/store/owner-candidates.ts";
import { recordInventory } from "#lib/store/record-inventory.ts";
import { refreshPendingRows } from "#lib/store/scans.ts";
import { listOpenFacts, listOpenSnapshots } from "#lib/store/snapshots.ts";
import { readRepositories } from "./read-repositories.ts";
import { type RecordContext, recordKnown, recordRead, type StoredRepository } from "./record-repository.ts";
import { recordUnseen } from "./record-unseen.ts";

/** RefreshContext is what one repository is looked at again with. */
export interface RefreshContext extends RecordContext {
  readonly organizationId: string;
  readonly provider: SourceProvider;
  readonly signal: AbortSignal;
}

/**
 * refreshRepository takes one line of the inventory anew and reads the repository when its head has moved. What the
 * organization no longer has is recorded as gone, and where to; what it did not have before appears.
 *
 * @throws the AppError of a repository that cannot be listed or read; what was known of it stays.
 */
export async function refreshRepository(context: RefreshContext, providerId: string): Promise<void> {
  const { database, organizationId, provider, asOf, signal } = context;
  const item = await provider.readRepository(providerId, signal);
  if (item === null) return recordUnseen(context, [providerId], true);
  if (item.status === "failed") throw item.error;
  const { repository, entries } = item;
  const id = (await recordInventory(database, organizationId, [repository], asOf)).get(repository.providerId);
  if (id === undefined) throw new AppError("internal", "The inventory gave no id for a repository.");
  // A scan that has still to come to it must not read the tree of the commit before.
  await refreshPendingRows(database, id, { entries, headCommit: repository.headCommit });
  const candidates = (await listOwnerCandidates(database, [id])).get(id) ?? nobody;
  await readIfChanged(context, { id, repository, candidates }, entries);
}

/** A repository that no inventory has shown yet; the next one tells who may administer it. */
const nobody: OwnershipCandidates = { mapping: null, property: null, permission: null };

async function readIfChanged(
  context: RefreshContext,
  stored: StoredRepository,
  entries: readonly TreeEntry[],
): Promise<void> {
  const { database, provider, signal } = context;
  const { id, repository } = stored;
  if (repository.headCommit === null) {
    await recordKnown(context, [{ ...stored, facts: null }]);
    return;
  }
  const open = (await listOpenSnapshots(database, [id])).get(id);
  if (open?.commit === repository.headCommit && open.factsVersion === factsVersion) {
    for await (const { facts } of listOpenFacts(database, [id])) {
      await recordKnown(context, [{ ...stored, facts }]);
      return;
    }
  }
  const hadFlake = open?.hasFlake ?? false;
  const { rolesByPath } = context.policy;
  for await (const reading of readRepositories(provider, [{ repository, entries, hadFlake }], signal, rolesByPath)) {
    if (reading.status === "failed") throw reading.error;
    // Whoever has seen a newer head meanwhile reads that one.
    await recordRead(context, [{ ...stored, facts: reading.facts }]);
  }
}
