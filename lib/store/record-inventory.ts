import type { Instant } from "#lib/model/instant.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { Database } from "./database.ts";
import { toStorableInstant, toStorableJson, toStorableKey } from "./storable.ts";
import { inTransaction, type Transaction } from "./transaction.ts";

// Keeps one statement, and the time for which the embedded database is busy with it, small.
const chunkSize = 500;

/**
 * recordInventory records repositories as the inventory shows them at `at`. One that is known by its `providerId`
 * keeps its row through renames and transfers; one that was missing comes back. What has become of it since the last
 * inventory (another name, owner or visibility, archived or not) is recorded as an event.
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
    for (const { id, provider_id } of await recordPage(db, organizationId, rows.slice(start, start + chunkSize), at)) {
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

function recordPage(
  db: Database,
  organizationId: string,
  rows: readonly ReturnType<typeof inventoryRow>[],
  at: Instant,
): Promise<readonly { readonly id: string; readonly provider_id: string }[]> {
  const json = toStorableJson(rows);
  return inTransaction(db, async (transaction) => {
    await recordEvents(transaction, organizationId, json, at);
    return upsert(transaction, organizationId, json, at);
  });
}

/** Compares what is listed now with what the last inventory left. Its locks let two inventories take turns. */
async function recordEvents(transaction: Transaction, organizationId: string, json: string, at: Instant) {
  await transaction.$executeRaw`
    WITH known AS (
      SELECT * FROM repository
      WHERE organization_id = ${organizationId}::uuid AND provider_id IN (
        SELECT row.provider_id FROM json_to_recordset(${json}::json) AS row(provider_id text))
      ORDER BY id FOR UPDATE)
    INSERT INTO repository_event (repository_id, kind, at, before, after)
    SELECT known.id, event.kind::"RepositoryEventKind", event.at, event.before, event.after
    FROM known
    JOIN json_to_recordset(${json}::json) AS listed(
      provider_id text, owner text, name text, visibility "Visibility", is_archived boolean, archived_at timestamptz)
      USING (provider_id)
    CROSS JOIN LATERAL (VALUES
      ('renamed', known.name <> listed.name, ${at}::timestamptz, known.name, listed.name),
      ('transferred', known.owner <> listed.owner, ${at}::timestamptz, known.owner, listed.owner),
      ('visibility-changed', known.visibility <> listed.visibility, ${at}::timestamptz, known.visibility::text,
        listed.visibility::text),
      ('archived', listed.is_archived AND NOT known.is_archived, coalesce(listed.archived_at, ${at}::timestamptz),
        NULL, NULL),
      ('unarchived', known.is_archived AND NOT listed.is_archived, ${at}::timestamptz, NULL, NULL),
      ('returned', known.removed_at IS NOT NULL, ${at}::timestamptz, NULL, NULL)
    ) AS event(kind, happened, at, before, after)
    WHERE event.happened`;
}

function upsert(
  transaction: Transaction,
  organizationId: string,
  json: string,
  at: Instant,
): Promise<readonly { readonly id: string; readonly provider_id: string }[]> {
  return transaction.$queryRaw`
    INSERT INTO repository (
      organization_id, provider_id, owner, name, url, description, visibility, is_archived, is_fork, is_empty,
      created_at, archived_at, pushed_at, default_branch, head_commit, head_committed_at, languages, topics,
      first_seen_at, last_seen_at)
    SELECT
      ${organizationId}::uuid, row.provider_id, row.owner, row.name, row.url, row.description, row.visibility,
      row.is_archived, row.is_fork, row.is_empty, row.created_at, row.archived_at, row.pushed_at, row.default_branch,
      row.head_commit, row.head_committed_at, row.languages, row.topics, ${at}::timestamptz, ${at}::timestamptz
    FROM json_to_recordset(${json}::json) AS row(
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
