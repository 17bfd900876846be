import { type Actor, actorName } from "#lib/model/actor.ts";
import { compareNames } from "#lib/model/compare-names.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { SavedView } from "#lib/model/saved-view.ts";
import type { Database } from "./database.ts";
import { toStorableText } from "./storable.ts";
import { takeTurns } from "./take-turns.ts";
import { inTransaction, type Transaction } from "./transaction.ts";

/** SavedViewChange is one write to the views of an organization. */
export type SavedViewChange =
  | ({ readonly kind: "add" } & Omit<SavedView, "id">)
  | { readonly kind: "rename"; readonly id: string; readonly name: string }
  | { readonly kind: "remove"; readonly id: string };

const select = { id: true, page: true, query: true, name: true } as const;

/** listSavedViews is every view of an organization, by page and name. */
export async function listSavedViews(db: Database, organizationId: string): Promise<readonly SavedView[]> {
  return byName(await db.client.savedView.findMany({ where: { organizationId }, select }));
}

/**
 * changeSavedViews makes the change that `decide` finds right for the views that are there, before anybody else can
 * change them. What `decide` throws is thrown, and nothing is changed then.
 */
export function changeSavedViews(
  db: Database,
  actor: Actor,
  organizationId: string,
  decide: (views: readonly SavedView[]) => SavedViewChange,
  at: Instant,
): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await takeTurns(transaction, organizationId);
    const views = byName(await transaction.savedView.findMany({ where: { organizationId }, select }));
    await write(transaction, organizationId, decide(views), { savedBy: actorName(actor), savedAt: at });
  });
}

async function write(
  transaction: Transaction,
  organizationId: string,
  change: SavedViewChange,
  by: { readonly savedBy: string; readonly savedAt: Instant },
): Promise<void> {
  switch (change.kind) {
    case "add": {
      const { page, query, name } = change;
      const data = { organizationId, page: toStorableText(page), query, name: toStorableText(name), ...by };
      await transaction.savedView.create({ data, select: { id: true } });
      return;
    }
    case "rename": {
      const data = { name: toStorableText(change.name), ...by };
      await transaction.savedView.updateMany({ where: { id: change.id, organizationId }, data });
      return;
    }
    case "remove":
      await transaction.savedView.deleteMany({ where: { id: change.id, organizationId } });
  }
}

function byName(views: readonly SavedView[]): readonly SavedView[] {
  return views.toSorted((one, other) => compareNames(one.page, other.page) || compareNames(one.name, other.name));
}
