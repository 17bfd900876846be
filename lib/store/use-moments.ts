import { z } from "zod";
import { type Document, parseColumnDocument } from "./column-document.ts";
import type { Database } from "./database.ts";
import { type UpstreamQuestion, usesSql } from "./upstream-uses.ts";

/** UseMoment is how many uses that count ask for one ref and are locked to something of one moment. */
export interface UseMoment {
  readonly isDirect: boolean;
  readonly ref: string | null;
  /** `lastModified`: Unix seconds, UTC; null where the lock has none. */
  readonly seconds: number | null;
  readonly uses: number;
}

const rowSchema = z.object({
  isDirect: z.boolean(),
  ref: z.string().nullable(),
  seconds: z.number().nullable(),
  uses: z.number(),
});

/** listUseMoments is what the uses of an upstream that count are locked to, by ref, the oldest first. */
export async function listUseMoments(db: Database, question: UpstreamQuestion): Promise<readonly UseMoment[]> {
  const result = await db.client.$queryRaw<Document[]>`
    WITH moments AS (
      SELECT is_direct, ref, extract(epoch FROM last_modified)::bigint AS seconds, count(*)::int AS uses
      FROM (${usesSql(question)}) AS uses WHERE is_counted GROUP BY is_direct, ref, last_modified ORDER BY last_modified)
    SELECT json_build_object('isDirect', array_agg(is_direct), 'ref', array_agg(ref), 'seconds', array_agg(seconds),
      'uses', array_agg(uses))::text AS document
    FROM moments`;
  return parseColumnDocument(rowSchema, result);
}
