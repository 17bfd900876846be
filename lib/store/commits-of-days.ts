import { z } from "zod";
import type { Day } from "#lib/model/instant.ts";
import { type Document, parseColumnDocument } from "./column-document.ts";
import type { Database } from "./database.ts";

const rowSchema = z.object({ repositoryId: z.string(), commit: z.string(), from: z.string() });

/** CommitOfDay is the commit at which a repository stood at the end of a day, and the day from which on it did. */
export type CommitOfDay = z.infer<typeof rowSchema>;

/** listCommitsOn is where every repository of an organization stood at the end of a day, as far as it is known. */
export async function listCommitsOn(db: Database, organizationId: string, day: Day): Promise<readonly CommitOfDay[]> {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object('repositoryId', array_agg(s.repository_id), 'commit', array_agg(s.commit),
      'from', array_agg((s.valid_from AT TIME ZONE 'UTC')::date))::text AS document
    FROM snapshot AS s JOIN repository AS r ON r.id = s.repository_id
    WHERE r.organization_id = ${organizationId}::uuid AND s.valid_from < ${day}::date + interval '1 day'
      AND (s.valid_to IS NULL OR s.valid_to >= ${day}::date + interval '1 day')`;
  return parseColumnDocument(rowSchema, result);
}

/** listCommitsSince is every commit at which a repository of an organization began to stand after `from`, until the end of `to`. */
export async function listCommitsSince(
  db: Database,
  organizationId: string,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<readonly CommitOfDay[]> {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object('repositoryId', array_agg(s.repository_id), 'commit', array_agg(s.commit),
      'from', array_agg((s.valid_from AT TIME ZONE 'UTC')::date))::text AS document
    FROM (
      SELECT snapshot.* FROM snapshot JOIN repository AS r ON r.id = snapshot.repository_id
      WHERE r.organization_id = ${organizationId}::uuid AND snapshot.valid_from >= ${from}::date + interval '1 day'
        AND snapshot.valid_from < ${to}::date + interval '1 day'
      ORDER BY snapshot.valid_from) AS s`;
  return parseColumnDocument(rowSchema, result);
}
