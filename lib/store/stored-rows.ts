import type { Outcome } from "#lib/model/finding.ts";
import type { FlakeRole } from "#lib/model/flake.ts";
import { countsSql } from "./current-flakes.ts";
import type { Database } from "./database.ts";
import { everyFindingSql } from "./every-finding.ts";

/** StoredInput is one input of the flakes that an organization has now. */
export interface StoredInput {
  readonly repository: string;
  readonly directory: string;
  readonly role: FlakeRole;
  /** A main flake of an eligible repository. */
  readonly isCounted: boolean;
  readonly name: string;
  readonly isImplicit: boolean;
  readonly follows: string | null;
  readonly declaredUrl: string | null;
  /** As `upstreamOf` writes it. */
  readonly upstream: string | null;
  readonly ref: string | null;
  readonly nodeLabel: string | null;
  readonly revision: string | null;
  readonly lastModified: Date | null;
  readonly isNixpkgs: boolean;
}

/** RowsBehind asks for a part of a list: what comes behind the key `after`, at most `limit` rows, of one repository. */
interface RowsBehind {
  readonly after?: readonly string[] | null;
  readonly limit?: number;
  readonly repository?: string | undefined;
}

// Keys are compared as bytes, whatever the language of the database, so that a cursor means the same everywhere.

/**
 * listStoredInputs is the inputs of the current snapshots of an organization, by repository, folder and name, which are
 * a row's key; all of them unless a part is asked for.
 */
export function listStoredInputs(
  db: Database,
  organizationId: string,
  { after, limit, repository }: RowsBehind = {},
): Promise<readonly StoredInput[]> {
  const [name = null, directory = "", input = ""] = after ?? [];
  return db.client.$queryRaw<readonly StoredInput[]>`
    SELECT * FROM (
      SELECT (r.owner || '/' || r.name) COLLATE "C" AS repository,
        flake.directory COLLATE "C" AS directory, flake.role::text AS role,
        ${countsSql} AND flake.role = 'main' AS "isCounted", input.name COLLATE "C" AS name,
        input.is_implicit AS "isImplicit", input.follows, input.declared_url AS "declaredUrl",
        input.upstream, input.ref,
        input.node_label AS "nodeLabel", input.revision, input.last_modified AS "lastModified",
        input.is_nixpkgs AS "isNixpkgs"
      FROM input
      JOIN flake ON flake.id = input.flake_id
      JOIN snapshot ON snapshot.id = flake.snapshot_id AND snapshot.valid_to IS NULL
      JOIN repository AS r ON r.id = snapshot.repository_id AND r.removed_at IS NULL
      WHERE r.organization_id = ${organizationId}::uuid
    ) AS row
    WHERE (${name}::text IS NULL OR (row.repository, row.directory, row.name) > (${name}::text, ${directory}, ${input}))
      AND (${repository ?? null}::text IS NULL OR row.repository = ${repository ?? null}::text)
    ORDER BY row.repository, row.directory, row.name
    LIMIT ${limit ?? null}::bigint`;
}

/** StoredFinding is the latest outcome of one check for one subject of a repository. */
export interface StoredFinding {
  readonly repository: string;
  readonly checkId: string;
  readonly subject: string;
  readonly outcome: Outcome;
  readonly summary: string;
  readonly since: Date;
}

/** FindingsBehind asks for a part of the findings, of one check and one outcome as well. */
interface FindingsBehind extends RowsBehind {
  readonly check?: string | undefined;
  readonly outcome?: Outcome | undefined;
}

/**
 * listStoredFindings is the latest outcomes of the checks in an organization, by repository, check and subject, which
 * are a row's key; all of them unless a part is asked for.
 */
export function listStoredFindings(
  db: Database,
  organizationId: string,
  { after, limit, repository, check, outcome }: FindingsBehind = {},
): Promise<readonly StoredFinding[]> {
  const [name = null, checkId = "", subject = ""] = after ?? [];
  return db.client.$queryRaw<readonly StoredFinding[]>`
    SELECT * FROM (
      SELECT (repository.owner || '/' || repository.name) COLLATE "C" AS repository,
        finding.check_id COLLATE "C" AS "checkId", finding.subject COLLATE "C" AS subject,
        finding.outcome, finding.summary, finding.since
      FROM ${everyFindingSql} AS finding
      JOIN repository ON repository.id = finding.repository_id AND repository.removed_at IS NULL
      WHERE repository.organization_id = ${organizationId}::uuid
        AND (${check ?? null}::text IS NULL OR finding.check_id = ${check ?? null}::text)
        AND (${outcome ?? null}::text IS NULL OR finding.outcome = ${outcome ?? null}::text)
    ) AS row
    WHERE (${name}::text IS NULL OR (row.repository, row."checkId", row.subject) > (${name}::text, ${checkId}, ${subject}))
      AND (${repository ?? null}::text IS NULL OR row.repository = ${repository ?? null}::text)
    ORDER BY row.repository, row."checkId", row.subject
    LIMIT ${limit ?? null}::bigint`;
}
