import type { Ownership } from "#lib/model/team.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";
import type { Transaction } from "./transaction.ts";

/**
 * recordOwners replaces who owns each repository of the map, by repository id. A slug that no team of the organization
 * has is left out; the rule and its detail still say what was seen.
 */
export async function recordOwners(
  transaction: Transaction,
  ownerships: ReadonlyMap<string, Ownership>,
): Promise<void> {
  if (ownerships.size === 0) return;
  const json = toStorableJson(
    [...ownerships].map(([repositoryId, { rule, detail, teamSlugs }]) => ({
      repository_id: repositoryId,
      rule,
      detail,
      team_slugs: teamSlugs.map(toStorableKey),
    })),
  );
  await transaction.$executeRaw`
    UPDATE repository SET ownership_rule = row.rule, ownership_detail = row.detail
    FROM json_to_recordset(${json}::json) AS row(repository_id uuid, rule "OwnershipRule", detail text)
    WHERE repository.id = row.repository_id
      AND (repository.ownership_rule, repository.ownership_detail) IS DISTINCT FROM (row.rule, row.detail)`;
  await transaction.$executeRaw`
    DELETE FROM repository_owner USING json_to_recordset(${json}::json) AS row(repository_id uuid, team_slugs text[]), team
    WHERE repository_owner.repository_id = row.repository_id AND team.id = repository_owner.team_id
      AND (team.removed_at IS NOT NULL OR team.slug <> ALL (row.team_slugs))`;
  await transaction.$executeRaw`
    INSERT INTO repository_owner (repository_id, team_id)
    SELECT repository.id, team.id
    FROM json_to_recordset(${json}::json) AS row(repository_id uuid, team_slugs text[])
    JOIN repository ON repository.id = row.repository_id
    JOIN team ON team.organization_id = repository.organization_id AND team.removed_at IS NULL
      AND team.slug = ANY (row.team_slugs)
    ON CONFLICT DO NOTHING`;
}
