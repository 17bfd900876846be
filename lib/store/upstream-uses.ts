import { z } from "zod";
import type { Instant } from "#lib/model/instant.ts";
import { createInstantReader, type Document, parseColumnDocument } from "./column-document.ts";
import { countsSql, driftDaysSql } from "./current-flakes.ts";
import type { Database } from "./database.ts";
import { everyFindingSql } from "./every-finding.ts";
import { Prisma } from "./generated/client.ts";
import { toStorableKey } from "./storable.ts";

/** UpstreamQuestion names an upstream of an organization, and what of it is asked about. */
export interface UpstreamQuestion {
  readonly organizationId: string;
  readonly upstream: string;
  /** The beginning of a revision, in hexadecimal; null asks about every one. */
  readonly revision: string | null;
}

/** UpstreamUse is one place in which a flake of the organization depends on an upstream. */
export interface UpstreamUse {
  readonly repositoryId: string;
  readonly directory: string;
  readonly role: "main" | "template" | "example" | "test";
  /** A main flake of an eligible repository. */
  readonly isCounted: boolean;
  /** An input of the flake itself, not one that another brings in. */
  readonly isDirect: boolean;
  readonly isNixpkgs: boolean;
  /** The input, or the path of input names from the root that leads here, joined with `/`. */
  readonly name: string;
  readonly ref: string | null;
  readonly revision: string | null;
  readonly lastModified: Instant | null;
  /** Whole days behind its branch; null where that is not known. */
  readonly driftDays: number | null;
  /** Of `updates-reach-inputs`; null when that was not asked. */
  readonly reach: "reached" | "unreached" | "pinned" | "unknown" | null;
}

/**
 * usesSql is a query for every use of one upstream as things stand now, those that count and those that do not.
 * A transitive one is named by the shortest path that leads to it, and has neither drift nor reach: another flake
 * decides over it.
 */
export function usesSql({ organizationId, upstream, revision }: UpstreamQuestion): Prisma.Sql {
  const key = toStorableKey(upstream);
  const ofRevision = (column: Prisma.Sql) =>
    revision === null ? Prisma.empty : Prisma.sql`AND starts_with(${column}, ${revision.toLowerCase()})`;
  return Prisma.sql`
    WITH flakes AS (
      SELECT f.id AS flake_id, f.directory, f.role, r.id AS repository_id, ${countsSql} AND f.role = 'main' AS is_counted
      FROM repository AS r
      JOIN snapshot AS s ON s.repository_id = r.id AND s.valid_to IS NULL
      JOIN flake AS f ON f.snapshot_id = s.id
      WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL)
    SELECT flakes.*, TRUE AS is_direct, i.is_nixpkgs, i.name, i.ref, i.revision, i.last_modified,
      ${driftDaysSql} AS drift_days,
      CASE WHEN own.outcome = 'pass' THEN 'reached' WHEN own.outcome = 'fail' THEN 'unreached'
        WHEN own.outcome = 'not-applicable' THEN 'pinned' WHEN own.outcome = 'unknown' THEN 'unknown'
        WHEN whole.outcome = 'not-applicable' THEN 'unreached' WHEN whole.outcome = 'unknown' THEN 'unknown' END AS reach
    FROM flakes
    JOIN input AS i ON i.flake_id = flakes.flake_id AND i.follows IS NULL AND i.upstream = ${key}
      ${ofRevision(Prisma.sql`i.revision`)}
    LEFT JOIN ${everyFindingSql} AS own ON own.check_id = 'updates-reach-inputs' AND own.repository_id = flakes.repository_id
      AND flakes.role = 'main' AND own.subject = (CASE flakes.directory WHEN '.' THEN './' ELSE './' || flakes.directory || '/' END)
        || replace(i.name, '/', '%2F')
    LEFT JOIN ${everyFindingSql} AS whole ON whole.check_id = 'updates-reach-inputs' AND whole.repository_id = flakes.repository_id
      AND flakes.role = 'main' AND whole.subject = '.'
    LEFT JOIN upstream_head AS head ON i.is_on_branch AND head.organization_id = ${organizationId}::uuid
      AND head.upstream = i.upstream AND head.ref = COALESCE(i.ref, '') AND head.revision IS NOT NULL
    UNION ALL
    SELECT flakes.*, FALSE, n.is_nixpkgs, COALESCE(n.introduced_by, n.label), n.ref, n.revision, n.last_modified, NULL, NULL
    FROM flakes
    JOIN lock_node AS n ON n.flake_id = flakes.flake_id AND n.is_reachable AND n.upstream = ${key}
      ${ofRevision(Prisma.sql`n.revision`)}
    WHERE NOT EXISTS (
      SELECT 1 FROM input AS i WHERE i.flake_id = n.flake_id AND i.node_label = n.label AND i.follows IS NULL)`;
}

const useSchema = z.object({
  repositoryId: z.string(),
  directory: z.string(),
  role: z.enum(["main", "template", "example", "test"]),
  isCounted: z.boolean(),
  isDirect: z.boolean(),
  isNixpkgs: z.boolean(),
  name: z.string(),
  ref: z.string().nullable(),
  revision: z.string().nullable(),
  lastModified: z.string().nullable(),
  driftDays: z.number().nullable(),
  reach: z.enum(["reached", "unreached", "pinned", "unknown"]).nullable(),
});

/** listUpstreamUses is where an upstream is used, at most `limit` lines: what counts first, then the direct, then the oldest. */
export async function listUpstreamUses(
  db: Database,
  question: UpstreamQuestion,
  limit: number,
): Promise<readonly UpstreamUse[]> {
  const result = await db.client.$queryRaw<Document[]>`
    WITH uses AS (
      SELECT * FROM (${usesSql(question)}) AS uses
      ORDER BY is_counted DESC, is_direct DESC, last_modified, repository_id, directory, name LIMIT ${limit})
    SELECT json_build_object(
      'repositoryId', array_agg(repository_id), 'directory', array_agg(directory), 'role', array_agg(role),
      'isCounted', array_agg(is_counted), 'isDirect', array_agg(is_direct), 'isNixpkgs', array_agg(is_nixpkgs), 'name', array_agg(name),
      'ref', array_agg(ref), 'revision', array_agg(revision), 'lastModified', array_agg(last_modified),
      'driftDays', array_agg(drift_days), 'reach', array_agg(reach))::text AS document
    FROM uses`;
  const toInstant = createInstantReader();
  return parseColumnDocument(useSchema, result).map((row) => ({
    ...row,
    lastModified: row.lastModified === null ? null : toInstant(row.lastModified),
  }));
}
