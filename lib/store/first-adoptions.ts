import type { FirstAdoption } from "#lib/model/first-adoption.ts";
import type { Database } from "./database.ts";
import { Prisma } from "./generated/client.ts";
import { isUuid } from "./scan-record.ts";

/** AdoptingRepository is a repository that holds or once held a main flake, and since when. */
export interface AdoptingRepository {
  readonly repositoryId: string;
  readonly owner: string;
  readonly name: string;
  /** The teams that own it today; who owned it then is not known. */
  readonly ownerTeamIds: readonly string[];
  readonly adoption: FirstAdoption;
}

/**
 * findFirstAdoption is when a repository first held a main flake; null when none of its snapshots does. For the page of
 * one repository; what else became of it tells `listRepositoryEvents`.
 */
export async function findFirstAdoption(db: Database, repositoryId: string): Promise<FirstAdoption | null> {
  if (!isUuid(repositoryId)) return null;
  const [row] = await readAdoptions(db, Prisma.sql`repository.id = ${repositoryId}::uuid`);
  return row === undefined ? null : toFirstAdoption(row);
}

/**
 * listFirstAdoptions is every repository of an organization that adopted flakes, the newest first: the page of trends
 * shows it beside the curve. Archived repositories are in it, and those that gave their flake up again; forks, what the
 * policy excludes and what the organization no longer has are not.
 */
export async function listFirstAdoptions(db: Database, organizationId: string): Promise<readonly AdoptingRepository[]> {
  const rows = await readAdoptions(
    db,
    Prisma.sql`repository.organization_id = ${organizationId}::uuid AND repository.removed_at IS NULL
      AND NOT (repository.is_fork OR repository.is_excluded)`,
  );
  return rows.map((row) => ({
    repositoryId: row.id,
    owner: row.owner,
    name: row.name,
    ownerTeamIds: row.owner_team_ids,
    adoption: toFirstAdoption(row),
  }));
}

interface AdoptionRow {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly owner_team_ids: readonly string[];
  readonly at: Date;
  readonly origin: FirstAdoption["origin"];
  readonly is_exact: boolean;
}

/**
 * The first snapshot with a main flake of each repository. Its moment is exact when a whole snapshot without one lies
 * before it, or when the past was asked for from before it on and nothing lies there.
 */
function readAdoptions(db: Database, isWanted: Prisma.Sql): Promise<readonly AdoptionRow[]> {
  return db.client.$queryRaw<readonly AdoptionRow[]>`
    SELECT repository.id, repository.owner, repository.name, first.valid_from AS at, first.origin::text AS origin,
      ARRAY(SELECT repository_owner.team_id::text FROM repository_owner
        JOIN team ON team.id = repository_owner.team_id AND team.removed_at IS NULL
        WHERE repository_owner.repository_id = repository.id) AS owner_team_ids,
      CASE WHEN before.is_complete IS NULL
        THEN coalesce(history.state = 'done' AND history.since < first.valid_from, FALSE)
        ELSE before.is_complete END AS is_exact
    FROM repository
    JOIN LATERAL (
      SELECT snapshot.valid_from, snapshot.origin FROM snapshot
      WHERE snapshot.repository_id = repository.id
        AND EXISTS (SELECT FROM flake WHERE flake.snapshot_id = snapshot.id AND flake.role = 'main')
      ORDER BY snapshot.valid_from LIMIT 1) AS first ON TRUE
    LEFT JOIN LATERAL (
      SELECT snapshot.is_complete FROM snapshot
      WHERE snapshot.repository_id = repository.id AND snapshot.valid_from < first.valid_from
      ORDER BY snapshot.valid_from DESC LIMIT 1) AS before ON TRUE
    LEFT JOIN repository_history AS history ON history.repository_id = repository.id
    WHERE ${isWanted}
    ORDER BY first.valid_from DESC, repository.name, repository.id`;
}

function toFirstAdoption({ at, origin, is_exact }: AdoptionRow): FirstAdoption {
  return { at: at.toISOString(), origin, isExact: is_exact };
}
