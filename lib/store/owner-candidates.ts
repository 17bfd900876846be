import { z } from "zod";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import type { Database } from "./database.ts";
import { ownershipRuleSchema } from "./repository-record.ts";
import { toStorableJson } from "./storable.ts";

const ownershipSchema = z.object({ rule: ownershipRuleSchema, teamSlugs: z.array(z.string()), detail: z.string() });

const candidatesSchema = z.object({
  mapping: ownershipSchema.nullable(),
  property: ownershipSchema.nullable(),
  permission: ownershipSchema.nullable(),
});

/** recordOwnerCandidates keeps, by repository id, what an inventory says of owners beside the repository's own files. */
export async function recordOwnerCandidates(
  db: Database,
  candidates: ReadonlyMap<string, OwnershipCandidates>,
): Promise<void> {
  const json = toStorableJson([...candidates].map(([id, owner_candidates]) => ({ id, owner_candidates })));
  await db.client.$executeRaw`
    UPDATE repository SET owner_candidates = row.owner_candidates
    FROM json_to_recordset(${json}::json) AS row(id uuid, owner_candidates jsonb)
    WHERE repository.id = row.id AND repository.owner_candidates IS DISTINCT FROM row.owner_candidates`;
}

/** listOwnerCandidates is what was kept, by repository id. A repository is left out until the teams have been listed once. */
export async function listOwnerCandidates(
  db: Database,
  repositoryIds: readonly string[],
): Promise<ReadonlyMap<string, OwnershipCandidates>> {
  const rows = await db.client.repository.findMany({
    where: { id: { in: [...repositoryIds] } },
    select: { id: true, ownerCandidates: true },
  });
  const found = new Map<string, OwnershipCandidates>();
  for (const { id, ownerCandidates } of rows) {
    const parsed = candidatesSchema.safeParse(ownerCandidates);
    if (parsed.success) found.set(id, parsed.data);
  }
  return found;
}
