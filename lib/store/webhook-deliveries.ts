import { addDays, type Instant } from "#lib/model/instant.ts";
import type { Database } from "./database.ts";
import { toStorableKey } from "./storable.ts";

// GitHub lets a delivery be sent again for three days.
const keptDays = 7;

/** isDeliveryKnown says whether a webhook delivery was accepted before. */
export async function isDeliveryKnown(db: Database, id: string): Promise<boolean> {
  const row = await db.client.webhookDelivery.findUnique({ where: { id: toStorableKey(id) }, select: { id: true } });
  return row !== null;
}

/** recordDelivery keeps a webhook delivery as accepted, and forgets those that cannot come again. */
export async function recordDelivery(
  db: Database,
  { id, event, at }: { readonly id: string; readonly event: string; readonly at: Instant },
): Promise<void> {
  await db.client.webhookDelivery.deleteMany({ where: { receivedAt: { lt: addDays(at, -keptDays) } } });
  const data = { id: toStorableKey(id), event: toStorableKey(event), receivedAt: at };
  await db.client.webhookDelivery.createMany({ data, skipDuplicates: true });
}
