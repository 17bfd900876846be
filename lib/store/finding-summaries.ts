import { z } from "zod";
import { type Document, parseColumnDocument } from "./column-document.ts";
import type { Database } from "./database.ts";
import { everyFindingSql } from "./every-finding.ts";
import { outcomeSchema } from "./repository-record.ts";

const rowSchema = z.object({
  repositoryId: z.string(),
  subject: z.string(),
  outcome: z.enum([...outcomeSchema.options, "not-applicable"]),
  summary: z.string(),
});

/** FindingSummary is what one check says of one subject, in words. */
export type FindingSummary = z.infer<typeof rowSchema>;

/** listFindingSummaries is all that a check says in an organization, by repository and subject. */
export async function listFindingSummaries(
  db: Database,
  organizationId: string,
  checkId: string,
): Promise<readonly FindingSummary[]> {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object('repositoryId', array_agg(f.repository_id), 'subject', array_agg(f.subject),
      'outcome', array_agg(f.outcome), 'summary', array_agg(f.summary))::text AS document
    FROM (
      SELECT finding.* FROM ${everyFindingSql} AS finding JOIN repository AS r ON r.id = finding.repository_id
      WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL AND finding.check_id = ${checkId}
      ORDER BY finding.repository_id, finding.subject) AS f`;
  return parseColumnDocument(rowSchema, result);
}
