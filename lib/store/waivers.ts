import { type Actor, actorName } from "#lib/model/actor.ts";
import type { Instant } from "#lib/model/instant.ts";
import { isInForce } from "#lib/model/waiver.ts";
import type { Database } from "./database.ts";
import { isUuid } from "./scan-record.ts";
import { toStorableKey, toStorableText } from "./storable.ts";
import { inTransaction } from "./transaction.ts";

/** NewWaiver is what a person asks for: one check, one subject or every one, a reason, and an end. */
export interface NewWaiver {
  readonly organizationId: string;
  readonly repositoryId: string;
  readonly checkId: string;
  /** Null waives every subject of the check. */
  readonly subject: string | null;
  readonly reason: string;
  readonly expiresAt: Instant;
}

/** WaiverRecord is a waiver as it is stored: granted here, or declared in the repository's own settings file. */
export interface WaiverRecord extends NewWaiver {
  readonly id: string;
  readonly source: "app" | "repository";
  readonly grantedBy: string;
  readonly grantedAt: Instant;
}

const select = {
  id: true,
  organizationId: true,
  repositoryId: true,
  checkId: true,
  subject: true,
  source: true,
  reason: true,
  grantedBy: true,
  grantedAt: true,
  expiresAt: true,
} as const;

/**
 * grantWaiver records a waiver that `actor` grants at `at`. While the same check and subject of the repository is
 * already waived with the same reason and end, that waiver is the answer.
 */
export function grantWaiver(db: Database, actor: Actor, waiver: NewWaiver, at: Instant): Promise<WaiverRecord> {
  const data = {
    organizationId: waiver.organizationId,
    repositoryId: waiver.repositoryId,
    checkId: toStorableKey(waiver.checkId),
    subject: waiver.subject === null ? null : toStorableKey(waiver.subject),
    reason: toStorableText(waiver.reason),
    expiresAt: waiver.expiresAt,
  };
  return inTransaction(db, async (transaction) => {
    // Two requests at once take turns on the repository's row.
    await transaction.$executeRaw`SELECT 1 FROM repository WHERE id = ${waiver.repositoryId}::uuid FOR UPDATE`;
    const same = await transaction.waiver.findFirst({ where: { ...data, source: "app", revokedAt: null }, select });
    const grant = { ...data, grantedBy: actorName(actor), grantedAt: at };
    return toRecord(same ?? (await transaction.waiver.create({ data: grant, select })));
  });
}

/**
 * revokeWaiver ends a waiver at `at`. The row stays, with who ended it; the first end stands. One that a
 * repository declares ends in its settings file only.
 */
export async function revokeWaiver(db: Database, actor: Actor, waiverId: string, at: Instant): Promise<void> {
  if (!isUuid(waiverId)) return;
  await db.client.waiver.updateMany({
    where: { id: waiverId, source: "app", revokedAt: null },
    data: { revokedAt: at, revokedBy: actorName(actor) },
  });
}

/** GrantedWaiver is a waiver, and when it was ended before its end. */
export interface GrantedWaiver extends WaiverRecord {
  readonly revokedAt: Instant | null;
}

/** listGrantedWaivers is every waiver that an organization ever had, in force or over, the first grant first. */
export async function listGrantedWaivers(db: Database, organizationId: string): Promise<readonly GrantedWaiver[]> {
  const rows = await db.client.waiver.findMany({
    where: { organizationId },
    select: { ...select, revokedAt: true },
    orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toGranted);
}

/** listActiveWaivers is every waiver of an organization that is in force at `asOf`, the first grant first. */
export async function listActiveWaivers(
  db: Database,
  organizationId: string,
  asOf: Instant,
): Promise<readonly GrantedWaiver[]> {
  return (await listGrantedWaivers(db, organizationId)).filter((waiver) => isInForce(waiver, asOf));
}

/** ListedWaiver is a waiver with the name of its repository. */
export interface ListedWaiver extends GrantedWaiver {
  readonly repositoryName: string;
}

/** listWaivers is what a page lists of the waivers that an organization ever had: the latest grants first, at most `limit`. */
export async function listWaivers(
  db: Database,
  organizationId: string,
  limit: number,
): Promise<readonly ListedWaiver[]> {
  const rows = await db.client.waiver.findMany({
    where: { organizationId },
    select: { ...select, revokedAt: true, repository: { select: { name: true } } },
    orderBy: [{ grantedAt: "desc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map(({ repository, ...row }) => ({ ...toGranted(row), repositoryName: repository.name }));
}

function toRecord<Row extends { readonly grantedAt: Date; readonly expiresAt: Date }>(row: Row) {
  return { ...row, grantedAt: row.grantedAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
}

function toGranted<Row extends { readonly grantedAt: Date; readonly expiresAt: Date; readonly revokedAt: Date | null }>(
  row: Row,
) {
  return { ...toRecord(row), revokedAt: row.revokedAt?.toISOString() ?? null };
}
