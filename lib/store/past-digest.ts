import type { Database } from "./database.ts";

/**
 * readPastDigest is one short text for all that the rebuilt days of an organization are counted from: its repositories,
 * when each of them counted, who owns it, when its past was read and by which rules it was judged. The same text means
 * the same points.
 *
 * @param rules what they are counted by beside that, as text.
 */
export async function readPastDigest(db: Database, organizationId: string, rules: string): Promise<string> {
  const [row] = await db.client.$queryRaw<readonly { readonly digest: string }[]>`
    SELECT md5(${rules}::text || coalesce(string_agg(line.of_repository, ' ' ORDER BY line.of_repository), '')) AS digest
    FROM (
      SELECT row(r.id, r.created_at, r.archived_at, r.is_archived, r.removed_at, h.read_at, h.counted_by, ARRAY(
        SELECT o.team_id FROM repository_owner AS o WHERE o.repository_id = r.id ORDER BY o.team_id))::text
        AS of_repository
      FROM repository AS r LEFT JOIN repository_history AS h ON h.repository_id = r.id
      WHERE r.organization_id = ${organizationId}::uuid AND NOT r.is_fork AND NOT r.is_empty AND NOT r.is_excluded
    ) AS line`;
  return row?.digest ?? "";
}

/** findPastDigest is the digest of what the rebuilt days were last counted from; null until they were. */
export async function findPastDigest(db: Database, organizationId: string): Promise<string | null> {
  const row = await db.client.organization.findUnique({
    where: { id: organizationId },
    select: { pastDigest: true },
  });
  return row?.pastDigest ?? null;
}

/** recordPastDigest says from what the rebuilt days are counted now. */
export async function recordPastDigest(db: Database, organizationId: string, digest: string): Promise<void> {
  await db.client.organization.updateMany({ where: { id: organizationId }, data: { pastDigest: digest } });
}
