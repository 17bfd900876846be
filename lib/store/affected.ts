import { z } from "zod";
import { type Document, parseColumnDocument } from "./column-document.ts";
import type { Database } from "./database.ts";
import { Prisma } from "./generated/client.ts";
import { type UpstreamQuestion, usesSql } from "./upstream-uses.ts";

/** Affected is who would be hit if an upstream, or one revision of it, were bad. */
export interface Affected {
  /** Repositories that count, each once. */
  readonly repositories: number;
  /** Those of them that declare it themselves. */
  readonly direct: number;
  /** Repositories that do not count, or use it only in templates, examples and tests. */
  readonly uncounted: number;
  /** Owners of those that count; a repository of two teams counts once for each. */
  readonly teams: readonly { readonly teamId: string; readonly repositories: number }[];
  /** Of those that count, the ones that no team owns. */
  readonly unowned: number;
}

/** findAffected counts who depends on an upstream, or on one revision of it, directly or through others. */
export async function findAffected(db: Database, question: UpstreamQuestion): Promise<Affected> {
  const byRepository = Prisma.sql`
    SELECT repository_id, bool_or(is_counted) AS is_counted, bool_or(is_counted AND is_direct) AS is_direct
    FROM (${usesSql(question)}) AS uses GROUP BY repository_id`;
  const [counts] = await db.client.$queryRaw<readonly Omit<Affected, "teams">[]>`
    WITH repositories AS (${byRepository})
    SELECT (count(*) FILTER (WHERE is_counted))::int AS repositories, (count(*) FILTER (WHERE is_direct))::int AS direct,
      (count(*) FILTER (WHERE NOT is_counted))::int AS uncounted,
      (count(*) FILTER (WHERE is_counted AND NOT EXISTS (
        SELECT 1 FROM repository_owner AS o JOIN team ON team.id = o.team_id AND team.removed_at IS NULL
        WHERE o.repository_id = repositories.repository_id)))::int AS unowned
    FROM repositories`;
  const teams = await db.client.$queryRaw<readonly { readonly teamId: string; readonly repositories: number }[]>`
    SELECT o.team_id AS "teamId", count(*)::int AS repositories
    FROM (${byRepository}) AS repositories
    JOIN repository_owner AS o ON o.repository_id = repositories.repository_id
    JOIN team ON team.id = o.team_id AND team.removed_at IS NULL
    WHERE repositories.is_counted
    GROUP BY o.team_id ORDER BY repositories DESC, o.team_id`;
  return { repositories: 0, direct: 0, uncounted: 0, unowned: 0, ...counts, teams };
}

/** LockedRevision is a revision of an upstream that some flake is locked to now. */
export interface LockedRevision {
  readonly revision: string;
  /** Unix seconds, UTC; null when no lock says. */
  readonly seconds: number | null;
  /** Repositories that count. */
  readonly repositories: number;
}

const revisionSchema = z.object({
  revision: z.string(),
  seconds: z.number().nullable(),
  repositories: z.number(),
});

/** listLockedRevisions is the revisions of an upstream that flakes which count are locked to, the newest first. */
export async function listLockedRevisions(
  db: Database,
  question: UpstreamQuestion,
  limit: number,
): Promise<readonly LockedRevision[]> {
  const result = await db.client.$queryRaw<Document[]>`
    WITH revisions AS (
      SELECT revision, extract(epoch FROM max(last_modified))::bigint AS seconds, count(DISTINCT repository_id)::int AS repositories
      FROM (${usesSql(question)}) AS uses WHERE revision IS NOT NULL AND is_counted
      GROUP BY revision ORDER BY max(last_modified) DESC NULLS LAST, revision LIMIT ${limit})
    SELECT json_build_object('revision', array_agg(revision), 'seconds', array_agg(seconds),
      'repositories', array_agg(repositories))::text AS document
    FROM revisions`;
  return parseColumnDocument(revisionSchema, result);
}
