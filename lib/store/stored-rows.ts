import type { Database } from "./database.ts";

/** StoredInput is one input of the flakes that an organization has now. */
export interface StoredInput {
  readonly repository: string;
  readonly directory: string;
  readonly role: string;
  readonly name: string;
  readonly isImplicit: boolean;
  readonly follows: string | null;
  readonly declaredUrl: string | null;
  readonly nodeLabel: string | null;
  readonly revision: string | null;
  readonly lastModified: Date | null;
  readonly isNixpkgs: boolean;
}

/** listStoredInputs is every input of the current snapshots of an organization, by repository, folder and name. */
export function listStoredInputs(db: Database, organizationId: string): Promise<readonly StoredInput[]> {
  return db.client.$queryRaw<readonly StoredInput[]>`
    SELECT repository.owner || '/' || repository.name AS repository, flake.directory, flake.role::text AS role, input.name,
      input.is_implicit AS "isImplicit", input.follows, input.declared_url AS "declaredUrl",
      input.node_label AS "nodeLabel", input.revision, input.last_modified AS "lastModified",
      input.is_nixpkgs AS "isNixpkgs"
    FROM input
    JOIN flake ON flake.id = input.flake_id
    JOIN snapshot ON snapshot.id = flake.snapshot_id AND snapshot.valid_to IS NULL
    JOIN repository ON repository.id = snapshot.repository_id AND repository.removed_at IS NULL
    WHERE repository.organization_id = ${organizationId}::uuid
    ORDER BY repository, flake.directory, input.name`;
}

/** StoredFinding is the latest outcome of one check for one subject of a repository. */
export interface StoredFinding {
  readonly repository: string;
  readonly checkId: string;
  readonly subject: string;
  readonly outcome: string;
  readonly summary: string;
  readonly since: Date;
}

/** listStoredFindings is the latest outcome of every check in an organization, by repository, check and subject. */
export function listStoredFindings(db: Database, organizationId: string): Promise<readonly StoredFinding[]> {
  return db.client.$queryRaw<readonly StoredFinding[]>`
    SELECT repository.owner || '/' || repository.name AS repository, finding.check_id AS "checkId", finding.subject,
      finding.outcome::text AS outcome, finding.summary, finding.since
    FROM finding
    JOIN repository ON repository.id = finding.repository_id AND repository.removed_at IS NULL
    WHERE repository.organization_id = ${organizationId}::uuid
    ORDER BY repository, finding.check_id, finding.subject`;
}
