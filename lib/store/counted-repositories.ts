import { z } from "zod";
import type { Database } from "./database.ts";
import { outcomeSchema, stageSchema, tallySchema } from "./repository-record.ts";

// A thousand repositories with a dozen findings each are a megabyte.
const pageSize = 1_000;

const repositorySchema = z.object({
  id: z.string(),
  isArchived: z.boolean(),
  isFork: z.boolean(),
  isEmpty: z.boolean(),
  isExcluded: z.boolean(),
  /** Null until it was read. */
  stages: z.array(stageSchema).nullable(),
  /** As of a repository's summary. */
  tally: tallySchema.nullable().catch(null),
  ownerTeamIds: z.array(z.string()),
  findings: z.array(z.object({ checkId: z.string(), subject: z.string(), outcome: outcomeSchema })),
});

/** CountedRepository is what a share is counted from: one repository as it stands. */
export type CountedRepository = z.infer<typeof repositorySchema>;

/**
 * listCountedRepositories goes through every repository that an organization has now, some at a time: an organization
 * of ten thousand in one piece would take more memory than all the rest of a scan.
 */
export async function* listCountedRepositories(
  db: Database,
  organizationId: string,
): AsyncGenerator<readonly CountedRepository[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await readPage(db, organizationId, after);
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

/** Written as documents by PostgreSQL, because Prisma turns every value of every row over several times. */
async function readPage(db: Database, organizationId: string, after: string): Promise<readonly CountedRepository[]> {
  const rows = await db.client.$queryRaw<readonly { readonly document: unknown }[]>`
    SELECT json_build_object('id', r.id, 'isArchived', r.is_archived, 'isFork', r.is_fork, 'isEmpty', r.is_empty,
      'isExcluded', r.is_excluded, 'stages', s.stages, 'tally', r.tally,
      'ownerTeamIds', ARRAY(
        SELECT o.team_id FROM repository_owner AS o JOIN team ON team.id = o.team_id AND team.removed_at IS NULL
        WHERE o.repository_id = r.id),
      'findings', coalesce((
        SELECT json_agg(json_build_object('checkId', f.check_id, 'subject', f.subject, 'outcome', f.outcome))
        FROM finding AS f WHERE f.repository_id = r.id), '[]')) AS document
    FROM repository AS r LEFT JOIN snapshot AS s ON s.repository_id = r.id AND s.valid_to IS NULL
    WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL AND r.id > ${after}::uuid
    ORDER BY r.id LIMIT ${pageSize}`;
  return rows.map(({ document }) => repositorySchema.parse(document));
}
