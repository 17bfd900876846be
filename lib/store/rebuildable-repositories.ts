import type { Repository } from "#lib/model/repository.ts";
import type { Database } from "./database.ts";
import { repositorySelect, toRepository } from "./repository-row.ts";

/** Rebuildable says that a repository can be asked for its past. */
export interface Rebuildable {
  readonly id: string;
  /** It uses Nix today, with or without a flake. */
  readonly hasNix: boolean;
}

/** RebuildableRepository is such a repository with all that is needed to ask. */
export interface RebuildableRepository extends Rebuildable {
  readonly repository: Repository;
  /** The folders in which it has a flake today, `.` for the root. */
  readonly flakeDirectories: readonly string[];
}

/**
 * listRebuildable are the repositories of an organization that count, or counted until they were archived, and that
 * were read: forks, empty ones and what the policy excludes never counted. In the order of their ids.
 */
export function listRebuildable(db: Database, organizationId: string): Promise<readonly Rebuildable[]> {
  return db.client.$queryRaw<readonly Rebuildable[]>`
    SELECT repository.id, cardinality(snapshot.non_flake_kinds) > 0
      OR EXISTS (SELECT FROM flake WHERE flake.snapshot_id = snapshot.id) AS "hasNix"
    FROM repository JOIN snapshot ON snapshot.repository_id = repository.id AND snapshot.valid_to IS NULL
    WHERE repository.organization_id = ${organizationId}::uuid AND repository.removed_at IS NULL
      AND NOT (repository.is_fork OR repository.is_empty OR repository.is_excluded)
    ORDER BY repository.id`;
}

/**
 * readRebuildable reads some of those that `listRebuildable` names: all ten thousand of an organization at once are a
 * hundred megabytes. One that can be asked no more is left out.
 */
export async function readRebuildable(db: Database, ids: readonly string[]): Promise<readonly RebuildableRepository[]> {
  const rows = await db.client.repository.findMany({
    where: { id: { in: [...ids] }, removedAt: null, isFork: false, isEmpty: false, isExcluded: false },
    select: {
      id: true,
      ...repositorySelect,
      snapshots: {
        where: { validTo: null },
        select: { nonFlakeKinds: true, flakes: { select: { directory: true } } },
      },
    },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ id, snapshots: [open], ...row }) => {
    if (open === undefined) return [];
    const flakeDirectories = open.flakes.map(({ directory }) => directory);
    const hasNix = flakeDirectories.length > 0 || open.nonFlakeKinds.length > 0;
    return [{ id, repository: toRepository(row), flakeDirectories, hasNix }];
  });
}
