import { AppError } from "#lib/errors/app-error.ts";
import { recordInventory } from "#lib/store/record-inventory.ts";
import type { PendingRepository } from "#lib/store/scan-batches.ts";
import { recordUnseen } from "./record-unseen.ts";
import type { ScanContext } from "./scan-context.ts";

/**
 * relist gives a repository together with the entries of its head. Where a push was seen while the inventory was on its
 * way, the line that a scan keeps shows the tree of another commit than the head; it is then taken anew.
 *
 * @throws AppError of this repository when it cannot be listed, `not-found` when it has left the organization.
 */
export async function relist<Row extends PendingRepository>(context: ScanContext, row: Row): Promise<Row> {
  const { database, organizationId, provider, now, signal } = context;
  const { providerId, headCommit } = row.repository;
  if (row.listedCommit === headCommit) return row;
  const askedAt = now();
  const item = await provider.readRepository(providerId, signal);
  if (item === null) {
    await recordUnseen(context, [providerId], true);
    throw new AppError("not-found", "It left the organization, or out of sight, while it was being scanned.");
  }
  if (item.status === "failed") throw item.error;
  const { repository, entries } = item;
  await recordInventory(database, organizationId, [repository], askedAt);
  return { ...row, repository, entries, listedCommit: repository.headCommit };
}
