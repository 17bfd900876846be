import { z } from "zod";
import { type Document, parseColumnDocument } from "./column-document.ts";
import { countingFlakesSql, driftDaysSql, type FlakeScope } from "./current-flakes.ts";
import type { Database } from "./database.ts";
import { everyFindingSql } from "./every-finding.ts";

/** RefUsage is a branch, tag or version range of an upstream, and how many inputs ask for it. */
export interface RefUsage {
  /** Null is the default branch, or none at all. */
  readonly ref: string | null;
  readonly inputs: number;
  readonly repositories: number;
}

/** ReachCounts says how many inputs some automation updates; a pinned one, which nothing should move, is in none. */
export interface ReachCounts {
  readonly reached: number;
  readonly unreached: number;
  readonly unknown: number;
}

/** DriftCounts says how far inputs lie behind the branch that they point to. */
export interface DriftCounts {
  /** Inputs whose branch was asked for and is there. */
  readonly known: number;
  readonly behind: number;
  /** Of the one that is furthest behind; null while nothing is known. */
  readonly daysMax: number | null;
}

/** DirectUsage is what only a declared input has. */
export interface DirectUsage {
  /** The most used first. */
  readonly refs: readonly RefUsage[];
  readonly reach: ReachCounts;
  readonly drift: DriftCounts;
}

const rowSchema = z.object({
  upstream: z.string(),
  ref: z.string().nullable(),
  inputs: z.number(),
  repositories: z.number(),
  reached: z.number(),
  unreached: z.number(),
  unknown: z.number(),
  driftKnown: z.number(),
  behind: z.number(),
  daysMax: z.number().nullable(),
});

/**
 * readDirectUsage is what is known of the inputs that point to each upstream. What reaches an input is the outcome of
 * `updates-reach-inputs`; where nothing updates a repository at all, that check has one outcome for all of it. Drift
 * is counted as `driftOf` counts it.
 */
export async function readDirectUsage(db: Database, scope: FlakeScope): Promise<ReadonlyMap<string, DirectUsage>> {
  const result = await db.client.$queryRaw<Document[]>`
    WITH flakes AS (${countingFlakesSql(scope)}),
    reach AS (
      SELECT f.repository_id, f.subject, f.outcome FROM ${everyFindingSql} AS f
      WHERE f.check_id = 'updates-reach-inputs' AND f.repository_id IN (SELECT repository_id FROM flakes)),
    inputs AS (
      SELECT i.upstream, i.ref, flakes.repository_id, COALESCE(own.outcome, 'all ' || whole.outcome) AS reach,
        ${driftDaysSql} AS drift_days
      FROM flakes
      JOIN input AS i ON i.flake_id = flakes.flake_id AND i.follows IS NULL AND i.upstream NOT LIKE 'path:%'
      LEFT JOIN reach AS own ON own.repository_id = flakes.repository_id
        AND own.subject = (CASE flakes.directory WHEN '.' THEN './' ELSE './' || flakes.directory || '/' END)
          || replace(i.name, '/', '%2F')
      LEFT JOIN reach AS whole ON whole.repository_id = flakes.repository_id AND whole.subject = '.'
      LEFT JOIN upstream_head AS head ON i.is_on_branch AND head.organization_id = ${scope.organizationId}::uuid
        AND head.upstream = i.upstream AND head.ref = COALESCE(i.ref, '') AND head.revision IS NOT NULL),
    refs AS (
      SELECT upstream, ref, count(*)::int AS inputs, count(DISTINCT repository_id)::int AS repositories,
        (count(*) FILTER (WHERE reach = 'pass'))::int AS reached,
        (count(*) FILTER (WHERE reach IN ('fail', 'all not-applicable')))::int AS unreached,
        (count(*) FILTER (WHERE reach IN ('unknown', 'all unknown') OR reach IS NULL))::int AS unknown,
        count(drift_days)::int AS drift_known, (count(*) FILTER (WHERE drift_days > 0))::int AS behind,
        max(drift_days)::int AS days_max
      FROM inputs GROUP BY upstream, ref ORDER BY inputs DESC, ref)
    SELECT json_build_object(
      'upstream', array_agg(upstream), 'ref', array_agg(ref), 'inputs', array_agg(inputs),
      'repositories', array_agg(repositories), 'reached', array_agg(reached), 'unreached', array_agg(unreached),
      'unknown', array_agg(unknown), 'driftKnown', array_agg(drift_known), 'behind', array_agg(behind),
      'daysMax', array_agg(days_max))::text AS document
    FROM refs`;
  const rows = parseColumnDocument(rowSchema, result);
  return new Map([...Map.groupBy(rows, ({ upstream }) => upstream)].map(([upstream, of]) => [upstream, combined(of)]));
}

function combined(rows: readonly z.infer<typeof rowSchema>[]): DirectUsage {
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + count(row), 0);
  const days = rows.flatMap(({ daysMax }) => daysMax ?? []);
  return {
    refs: rows.map(({ ref, inputs, repositories }) => ({ ref, inputs, repositories })),
    reach: {
      reached: sum((row) => row.reached),
      unreached: sum((row) => row.unreached),
      unknown: sum((row) => row.unknown),
    },
    drift: {
      known: sum((row) => row.driftKnown),
      behind: sum((row) => row.behind),
      daysMax: days.length === 0 ? null : Math.max(...days),
    },
  };
}
