import { z } from "zod";
import { type Document, parseColumnDocument } from "./column-document.ts";
import { countingFlakesSql } from "./current-flakes.ts";
import type { Database } from "./database.ts";

/** InternalLink is an input of an organization's repository that is a flake of the organization itself. */
export interface InternalLink {
  readonly repositoryId: string;
  readonly directory: string;
  readonly name: string;
  readonly ref: string | null;
  /** The repository, or the flake on FlakeHub, that it is taken from, in lower case. */
  readonly target: string;
  /** As `upstreamOf` writes it. */
  readonly upstream: string;
}

const rowSchema = z.object({
  repositoryId: z.string(),
  directory: z.string(),
  name: z.string(),
  ref: z.string().nullable(),
  target: z.string(),
  upstream: z.string(),
});

/**
 * listInternalLinks is every such input of the main flakes of eligible repositories: on the forge or on FlakeHub, of the
 * owner that the repository itself has. A Nixpkgs that the organization keeps is no flake of its making.
 */
export async function listInternalLinks(db: Database, organizationId: string): Promise<readonly InternalLink[]> {
  const result = await db.client.$queryRaw<Document[]>`
    WITH flakes AS (${countingFlakesSql({ organizationId, teamIds: null })}),
    links AS (
      SELECT flakes.repository_id, flakes.directory, i.name, i.ref, i.upstream,
        regexp_replace(i.upstream, '^.*/', '') AS target
      FROM flakes
      JOIN repository AS r ON r.id = flakes.repository_id
      JOIN input AS i ON i.flake_id = flakes.flake_id AND i.follows IS NULL AND i.is_flake AND NOT i.is_nixpkgs
      WHERE split_part(i.upstream, ':', 1) IN ('github', 'flakehub')
        AND regexp_replace(regexp_replace(i.upstream, '/[^/]*$', ''), '^.*[:/]', '') = lower(r.owner)
      ORDER BY r.name, flakes.directory, i.name)
    SELECT json_build_object('repositoryId', array_agg(repository_id), 'directory', array_agg(directory),
      'name', array_agg(name), 'ref', array_agg(ref), 'target', array_agg(target),
      'upstream', array_agg(upstream))::text AS document
    FROM links`;
  return parseColumnDocument(rowSchema, result);
}
