import { z } from "zod";
import { parseColumnDocument } from "./column-document.ts";
import { countingFlakesSql, type FlakeScope, upstreamUsesSql } from "./current-flakes.ts";
import type { Database } from "./database.ts";
import { type DirectUsage, readDirectUsage } from "./direct-usage.ts";

/** MomentCount is how many uses are locked to something of one moment. */
export interface MomentCount {
  /** `lastModified`: Unix seconds, UTC. */
  readonly seconds: number;
  readonly uses: number;
}

/** UsageCounts is how an upstream is used in one way. */
export interface UsageCounts {
  readonly repositories: number;
  /** Inputs, or lock nodes. */
  readonly uses: number;
  readonly revisions: number;
  /** When what is locked was made, the oldest first. What has no `lastModified` is in `uses` only. */
  readonly moments: readonly MomentCount[];
}

/** UpstreamUsage is how the main flakes of eligible repositories depend on one upstream. */
export interface UpstreamUsage {
  /** As `upstreamOf` writes it. */
  readonly upstream: string;
  readonly isNixpkgs: boolean;
  /** Directly or through others, each once. */
  readonly repositories: number;
  readonly teams: number;
  /** Repositories with a lock that holds it more than once. */
  readonly repeating: number;
  /** As an input; null where nobody declares it. */
  readonly direct: (UsageCounts & DirectUsage) | null;
  /** Brought in by another input; null where it never is. */
  readonly transitive: UsageCounts | null;
}

/** listUpstreamUsage is every upstream that the flakes of a scope depend on, the most used first. */
export async function listUpstreamUsage(db: Database, scope: FlakeScope): Promise<readonly UpstreamUsage[]> {
  const direct = await readDirectUsage(db, scope);
  const { totals, ways, moments } = await readCounts(db, scope);
  const wayKey = (row: { readonly upstream: string; readonly isDirect: boolean }) => `${row.isDirect} ${row.upstream}`;
  const momentsOf = Map.groupBy(moments, wayKey);
  const countsOf = new Map(
    ways.map((row) => {
      const { repositories, revisions } = row;
      return [
        wayKey(row),
        {
          repositories,
          uses: row.uses,
          revisions,
          moments: (momentsOf.get(wayKey(row)) ?? []).map(({ seconds, uses }) => ({ seconds, uses })),
        },
      ];
    }),
  );
  return totals.map((total): UpstreamUsage => {
    const { upstream } = total;
    const asInput = countsOf.get(wayKey({ upstream, isDirect: true }));
    const more = direct.get(upstream);
    return {
      ...total,
      direct: asInput === undefined || more === undefined ? null : { ...asInput, ...more },
      transitive: countsOf.get(wayKey({ upstream, isDirect: false })) ?? null,
    };
  });
}

const totalSchema = z.object({
  upstream: z.string(),
  isNixpkgs: z.boolean(),
  repositories: z.number(),
  teams: z.number(),
  repeating: z.number(),
});

const waySchema = z.object({
  upstream: z.string(),
  isDirect: z.boolean(),
  repositories: z.number(),
  uses: z.number(),
  revisions: z.number(),
});

const momentSchema = z.object({ upstream: z.string(), isDirect: z.boolean(), seconds: z.number(), uses: z.number() });

interface CountDocuments {
  readonly totals: string;
  readonly ways: string;
  readonly moments: string;
}

/** Every use is gone through once, for an organization may have 100,000; what is counted of them are three documents. */
async function readCounts(db: Database, scope: FlakeScope) {
  const [documents] = await db.client.$queryRaw<CountDocuments[]>`
    WITH flakes AS MATERIALIZED (${countingFlakesSql(scope)}),
    uses AS MATERIALIZED (${upstreamUsesSql}),
    by_flake AS (
      SELECT upstream, repository_id, flake_id, count(*) AS uses, bool_or(is_nixpkgs) AS is_nixpkgs
      FROM uses GROUP BY upstream, repository_id, flake_id),
    by_repository AS (
      SELECT upstream, repository_id, max(uses) > 1 AS is_repeating, bool_or(is_nixpkgs) AS is_nixpkgs
      FROM by_flake GROUP BY upstream, repository_id),
    team_counts AS (
      SELECT b.upstream, count(DISTINCT o.team_id)::int AS teams
      FROM by_repository AS b
      JOIN repository_owner AS o ON o.repository_id = b.repository_id
      JOIN team ON team.id = o.team_id AND team.removed_at IS NULL
      GROUP BY b.upstream),
    totals AS (
      SELECT t.*, COALESCE(c.teams, 0) AS teams FROM (
        SELECT upstream, bool_or(is_nixpkgs) AS is_nixpkgs, count(*)::int AS repositories,
          (count(*) FILTER (WHERE is_repeating))::int AS repeating
        FROM by_repository GROUP BY upstream) AS t
      LEFT JOIN team_counts AS c ON c.upstream = t.upstream
      ORDER BY t.repositories DESC, t.upstream),
    ways AS (
      SELECT upstream, is_direct, count(DISTINCT repository_id)::int AS repositories, count(*)::int AS uses,
        count(DISTINCT revision)::int AS revisions
      FROM uses GROUP BY upstream, is_direct),
    moments AS (
      SELECT upstream, is_direct, extract(epoch FROM last_modified)::bigint AS seconds, count(*)::int AS uses
      FROM uses WHERE last_modified IS NOT NULL GROUP BY upstream, is_direct, last_modified ORDER BY last_modified)
    SELECT
      (SELECT json_build_object('upstream', array_agg(upstream), 'isNixpkgs', array_agg(is_nixpkgs),
        'repositories', array_agg(repositories), 'repeating', array_agg(repeating), 'teams', array_agg(teams))::text
        FROM totals) AS totals,
      (SELECT json_build_object('upstream', array_agg(upstream), 'isDirect', array_agg(is_direct),
        'repositories', array_agg(repositories), 'uses', array_agg(uses), 'revisions', array_agg(revisions))::text
        FROM ways) AS ways,
      (SELECT json_build_object('upstream', array_agg(upstream), 'isDirect', array_agg(is_direct),
        'seconds', array_agg(seconds), 'uses', array_agg(uses))::text FROM moments) AS moments`;
  const rows = <T>(schema: z.ZodType<T>, document: string | undefined) =>
    parseColumnDocument(schema, document === undefined ? [] : [{ document }]);
  return {
    totals: rows(totalSchema, documents?.totals),
    ways: rows(waySchema, documents?.ways),
    moments: rows(momentSchema, documents?.moments),
  };
}
