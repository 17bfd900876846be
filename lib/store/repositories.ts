import type { Instant } from "#lib/model/instant.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { Ownership } from "#lib/model/team.ts";
import { createInstantReader } from "./column-document.ts";
import type { Database } from "./database.ts";
import { type RepositoryDetail, repositoryDetailSelect, toRepositoryDetail } from "./repository-detail.ts";
import type { RepositorySummary } from "./repository-record.ts";
import { toStorableInstant, toStorableJson, toStorableKey } from "./storable.ts";
import { readSummaryParts, toRepositorySummary } from "./summary-queries.ts";
import { inTransaction } from "./transaction.ts";

// Keeps one statement, and the time for which the embedded database is busy with it, small.
const chunkSize = 500;

/**
 * recordInventory records repositories as the inventory shows them at `at`. One that is known by its `providerId`
 * keeps its row through renames and transfers; one that was missing comes back.
 *
 * @returns the row's id of each, by `providerId`.
 */
export async function recordInventory(
  db: Database,
  organizationId: string,
  repositories: readonly Repository[],
  at: Instant,
): Promise<ReadonlyMap<string, string>> {
  const byKey = new Map(repositories.map((repository) => [toStorableKey(repository.providerId), repository]));
  const rows = [...byKey].map(([key, repository]) => inventoryRow(key, repository));
  const ids = new Map<string, string>();
  for (let start = 0; start < rows.length; start += chunkSize) {
    for (const { id, provider_id } of await upsert(db, organizationId, rows.slice(start, start + chunkSize), at)) {
      const repository = byKey.get(provider_id);
      if (repository !== undefined) ids.set(repository.providerId, id);
    }
  }
  return ids;
}

function inventoryRow(providerId: string, repository: Repository) {
  return {
    provider_id: providerId,
    owner: toStorableKey(repository.owner),
    name: toStorableKey(repository.name),
    url: repository.url,
    description: repository.description,
    visibility: repository.visibility,
    is_archived: repository.isArchived,
    is_fork: repository.isFork,
    is_empty: repository.isEmpty,
    created_at: toStorableInstant(repository.createdAt),
    archived_at: toStorableInstant(repository.archivedAt),
    pushed_at: toStorableInstant(repository.pushedAt),
    default_branch: repository.defaultBranch,
    head_commit: repository.headCommit,
    head_committed_at: toStorableInstant(repository.headCommittedAt),
    languages: repository.languages,
    topics: repository.topics,
  };
}

function upsert(
  db: Database,
  organizationId: string,
  rows: readonly ReturnType<typeof inventoryRow>[],
  at: Instant,
): Promise<readonly { readonly id: string; readonly provider_id: string }[]> {
  return db.client.$queryRaw`
    INSERT INTO repository (
      organization_id, provider_id, owner, name, url, description, visibility, is_archived, is_fork, is_empty,
      created_at, archived_at, pushed_at, default_branch, head_commit, head_committed_at, languages, topics,
      first_seen_at, last_seen_at)
    SELECT
      ${organizationId}::uuid, row.provider_id, row.owner, row.name, row.url, row.description, row.visibility,
      row.is_archived, row.is_fork, row.is_empty, row.created_at, row.archived_at, row.pushed_at, row.default_branch,
      row.head_commit, row.head_committed_at, row.languages, row.topics, ${at}::timestamptz, ${at}::timestamptz
    FROM json_to_recordset(${toStorableJson(rows)}::json) AS row(
      provider_id text, owner text, name text, url text, description text, visibility "Visibility",
      is_archived boolean, is_fork boolean, is_empty boolean, created_at timestamptz, archived_at timestamptz,
      pushed_at timestamptz, default_branch text, head_commit text, head_committed_at timestamptz,
      languages jsonb, topics text[])
    ON CONFLICT (organization_id, provider_id) DO UPDATE SET
      owner = EXCLUDED.owner, name = EXCLUDED.name, url = EXCLUDED.url, description = EXCLUDED.description,
      visibility = EXCLUDED.visibility, is_archived = EXCLUDED.is_archived, is_fork = EXCLUDED.is_fork,
      is_empty = EXCLUDED.is_empty, created_at = EXCLUDED.created_at, archived_at = EXCLUDED.archived_at,
      pushed_at = EXCLUDED.pushed_at, default_branch = EXCLUDED.default_branch, head_commit = EXCLUDED.head_commit,
      head_committed_at = EXCLUDED.head_committed_at, languages = EXCLUDED.languages, topics = EXCLUDED.topics,
      last_seen_at = EXCLUDED.last_seen_at, removed_at = NULL
    RETURNING id, provider_id`;
}

/**
 * markMissingRepositories marks what a whole inventory did not show as removed at `at`. Rows and history stay;
 * one that was marked before keeps its moment.
 */
export async function markMissingRepositories(
  db: Database,
  organizationId: string,
  seenProviderIds: readonly string[],
  at: Instant,
): Promise<void> {
  await db.client.$executeRaw`
    UPDATE repository SET removed_at = ${at}::timestamptz
    WHERE organization_id = ${organizationId}::uuid AND removed_at IS NULL AND provider_id NOT IN (
      SELECT json_array_elements_text(${toStorableJson(seenProviderIds.map(toStorableKey))}::json))`;
}

/**
 * recordOwnership replaces who owns each repository of the map, by repository id. A slug that no team of the
 * organization has is left out; the rule and its detail still say what was seen.
 */
export async function recordOwnership(db: Database, ownerships: ReadonlyMap<string, Ownership>): Promise<void> {
  const json = toStorableJson(
    [...ownerships].map(([repositoryId, { rule, detail, teamSlugs }]) => ({
      repository_id: repositoryId,
      rule,
      detail,
      team_slugs: teamSlugs.map(toStorableKey),
    })),
  );
  await inTransaction(db, async (transaction) => {
    await transaction.$executeRaw`
      UPDATE repository SET ownership_rule = row.rule, ownership_detail = row.detail
      FROM json_to_recordset(${json}::json) AS row(repository_id uuid, rule "OwnershipRule", detail text)
      WHERE repository.id = row.repository_id`;
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
  });
}

/**
 * listRepositorySummaries is every repository that the organization has now, by name, with what was last read of it
 * and the outcomes of its checks.
 */
export async function listRepositorySummaries(
  db: Database,
  organizationId: string,
): Promise<readonly RepositorySummary[]> {
  const parts = await readSummaryParts(db, organizationId);
  const toInstant = createInstantReader();
  return parts.repositories
    .map((row) => toRepositorySummary(row, parts, toInstant))
    .sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.owner, b.owner));
}

/**
 * findRepository is one repository with all that is known of it; null when the organization has none of that name.
 * One that an inventory missed is still found, unless another has taken its name.
 */
export async function findRepository(
  db: Database,
  organizationId: string,
  owner: string,
  name: string,
): Promise<RepositoryDetail | null> {
  const row = await db.client.repository.findFirst({
    where: { organizationId, owner: toStorableKey(owner), name: toStorableKey(name) },
    select: repositoryDetailSelect,
    orderBy: [{ removedAt: { sort: "desc", nulls: "first" } }, { id: "asc" }],
  });
  if (row === null) return null;
  const open = await db.client.snapshot.findFirst({
    where: { repositoryId: row.id, validTo: null },
    select: { facts: true },
  });
  return toRepositoryDetail(row, open?.facts ?? null);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
