import { type Actor, actorName } from "#lib/model/actor.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Database } from "./database.ts";
import { isUuid } from "./scan-record.ts";
import { toStorableText } from "./storable.ts";

/** AuditAction names what a person changed. */
export type AuditAction =
  | "policy-changed"
  | "waiver-granted"
  | "waiver-revoked"
  | "resource-changed"
  | "view-changed"
  | "organization-connected"
  | "schedule-changed";

/** AuditRecord is one change, with who made it and when. */
export interface AuditRecord {
  readonly id: string;
  readonly actor: string;
  readonly at: Instant;
  readonly action: string;
  /** One sentence for people: what was changed, from what to what. */
  readonly summary: string;
}

/** recordAudit adds what an actor changed. Entries are never changed or removed. */
export async function recordAudit(
  db: Database,
  actor: Actor,
  entry: {
    readonly organizationId: string;
    readonly action: AuditAction;
    readonly summary: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { organizationId, action, summary, at } = entry;
  await db.client.auditEntry.create({
    data: { organizationId, actor: actorName(actor), action, summary: toStorableText(summary), at },
    select: { id: true },
  });
}

/** listAudit is what was changed in an organization, the latest first, at most `limit` entries. */
export function listAudit(db: Database, organizationId: string, limit: number): Promise<readonly AuditRecord[]> {
  if (!isUuid(organizationId)) return Promise.resolve([]);
  return db.client.auditEntry
    .findMany({
      where: { organizationId },
      select: { id: true, actor: true, at: true, action: true, summary: true },
      orderBy: [{ at: "desc" }, { id: "asc" }],
      take: limit,
    })
    .then((rows) => rows.map((row) => ({ ...row, at: row.at.toISOString() })));
}
