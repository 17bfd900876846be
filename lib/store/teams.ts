import type { Instant } from "#lib/model/instant.ts";
import type { Team } from "#lib/model/team.ts";
import type { Database } from "./database.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";
import { inTransaction } from "./transaction.ts";

/** TeamRecord is a team as it is stored. */
export interface TeamRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  /** Null at the top. */
  readonly parentId: string | null;
}

/**
 * recordTeams makes the teams of an organization those that its provider lists now: new ones appear, known ones
 * (by `providerId`) are brought up to date, missing ones are marked as removed at `at`, returning ones come back.
 */
export async function recordTeams(
  db: Database,
  organizationId: string,
  teams: readonly Team[],
  at: Instant,
): Promise<void> {
  const rows = teams.map(({ providerId, slug, name, description, parentSlug }) => ({
    provider_id: toStorableKey(providerId),
    slug: toStorableKey(slug),
    name,
    description,
    parent_slug: parentSlug === null ? null : toStorableKey(parentSlug),
  }));
  // A list that was read in pages may show a team twice.
  const json = toStorableJson([...new Map(rows.map((row) => [row.provider_id, row])).values()]);
  await inTransaction(db, async (transaction) => {
    // One at a time for each organization, so that two inventories do not mix.
    await transaction.$executeRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR UPDATE`;
    await transaction.$executeRaw`
      INSERT INTO team (organization_id, provider_id, slug, name, description)
      SELECT ${organizationId}::uuid, row.provider_id, row.slug, row.name, row.description
      FROM json_to_recordset(${json}::json) AS row(provider_id text, slug text, name text, description text)
      ON CONFLICT (organization_id, provider_id) DO UPDATE
      SET slug = EXCLUDED.slug, name = EXCLUDED.name, description = EXCLUDED.description, removed_at = NULL`;
    await transaction.$executeRaw`
      UPDATE team SET removed_at = ${at}::timestamptz, parent_id = NULL
      WHERE organization_id = ${organizationId}::uuid AND removed_at IS NULL AND provider_id NOT IN (
        SELECT row.provider_id FROM json_to_recordset(${json}::json) AS row(provider_id text))`;
    await transaction.$executeRaw`
      UPDATE team SET parent_id = (
        SELECT parent.id FROM team AS parent
        WHERE parent.organization_id = team.organization_id AND parent.slug = row.parent_slug
          AND parent.removed_at IS NULL AND parent.id <> team.id
        LIMIT 1)
      FROM json_to_recordset(${json}::json) AS row(provider_id text, parent_slug text)
      WHERE team.organization_id = ${organizationId}::uuid AND team.provider_id = row.provider_id`;
  });
}

/** listTeams is every team that the organization has now, by name. */
export async function listTeams(db: Database, organizationId: string): Promise<readonly TeamRecord[]> {
  return db.client.team.findMany({
    where: { organizationId, removedAt: null },
    select: { id: true, slug: true, name: true, description: true, parentId: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
}
