import { Prisma } from "./generated/client.ts";

/** FlakeScope is whose flakes are asked about: those of an organization, or of what some of its teams own. */
export interface FlakeScope {
  readonly organizationId: string;
  /** Null is everybody. */
  readonly teamIds: readonly string[] | null;
}

/** countsSql is the condition under which a repository counts in a share; `r` is the repository. */
export const countsSql = Prisma.sql`NOT (r.is_archived OR r.is_fork OR r.is_empty OR r.is_excluded)`;

/**
 * countingFlakesSql is a query for the main flakes of the eligible repositories of a scope, as they stand now:
 * `flake_id`, `directory`, `repository_id`.
 */
export function countingFlakesSql({ organizationId, teamIds }: FlakeScope): Prisma.Sql {
  const ofTeams =
    teamIds === null
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (
          SELECT 1 FROM repository_owner AS o WHERE o.repository_id = r.id AND o.team_id::text = ANY(${[...teamIds]}))`;
  return Prisma.sql`
    SELECT f.id AS flake_id, f.directory, r.id AS repository_id
    FROM repository AS r
    JOIN snapshot AS s ON s.repository_id = r.id AND s.valid_to IS NULL
    JOIN flake AS f ON f.snapshot_id = s.id AND f.role = 'main'
    WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL AND ${countsSql} ${ofTeams}`;
}

/**
 * upstreamUsesSql is a query for every use of an upstream by the flakes of a query that is named `flakes`: direct ones
 * are inputs that follow no other, transitive ones the lock nodes in reach that no such input holds. A path is left
 * out: it lies within its repository and means another thing in the next.
 */
export const upstreamUsesSql = Prisma.sql`
  SELECT flakes.repository_id, flakes.flake_id, i.upstream, TRUE AS is_direct, i.is_nixpkgs, i.revision, i.last_modified
  FROM flakes JOIN input AS i ON i.flake_id = flakes.flake_id
  WHERE i.follows IS NULL AND i.upstream NOT LIKE 'path:%'
  UNION ALL
  SELECT flakes.repository_id, flakes.flake_id, n.upstream, FALSE, n.is_nixpkgs, n.revision, n.last_modified
  FROM flakes JOIN lock_node AS n ON n.flake_id = flakes.flake_id
  WHERE n.is_reachable AND n.upstream NOT LIKE 'path:%' AND NOT EXISTS (
    SELECT 1 FROM input AS i WHERE i.flake_id = n.flake_id AND i.node_label = n.label AND i.follows IS NULL)`;

/**
 * driftDaysSql is how many whole days the input `i` lies behind `head`, the newest revision of its branch, as `driftOf`
 * counts it; null where either is not known.
 */
export const driftDaysSql = Prisma.sql`
  CASE WHEN i.revision = head.revision THEN 0
    WHEN head.committed_at IS NULL OR i.last_modified IS NULL THEN NULL
    ELSE GREATEST(0, floor(extract(epoch FROM head.committed_at - i.last_modified) / 86400))::int END`;
