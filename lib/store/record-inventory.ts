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
 * What was seen later than `at` stands: a page of an inventory may be older than what a push has shown meanwhile.
 *
 * @param at when the provider was asked, or before.
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
  return inTransaction(db, async (transaction) => {
    const known = await lockKnown(transaction, organizationId, rows, at);
    const later = known.filter(({ is_later }) => is_later);
    const seenLater = new Set(later.map(({ provider_id }) => provider_id));
    const json = toStorableJson(rows.filter(({ provider_id }) => !seenLater.has(provider_id)));
    await recordEvents(transaction, organizationId, json, at);
    return [...later, ...(await upsert(transaction, organizationId, json, at))];
  });
}

interface KnownRow {
  readonly id: string;
  readonly provider_id: string;
  /** It was seen, or missed, after what is listed now was asked for. */
  readonly is_later: boolean;
}

/**
 * The rows that are known already. Their locks let two inventories take turns. What seems to have been seen more than
 * three hours later, longer than any page waits for its hour and its turn, was seen by a clock that was wrong.
 */
function lockKnown(
  transaction: Transaction,
  organizationId: string,
  rows: readonly ReturnType<typeof inventoryRow>[],
  at: Instant,
): Promise<readonly KnownRow[]> {
  const ids = toStorableJson(rows.map(({ provider_id }) => provider_id));
  return transaction.$queryRaw<readonly KnownRow[]>`
    SELECT id, provider_id, greatest(last_seen_at, removed_at) > ${at}::timestamptz
      AND greatest(last_seen_at, removed_at) < ${at}::timestamptz + interval '3 hours' AS is_later
    FROM repository
    WHERE organization_id = ${organizationId}::uuid
      AND provider_id IN (SELECT json_array_elements_text(${ids}::json))
    ORDER BY id FOR UPDATE`;
}

/** Compares what is listed now with what the last inventory left. */
async function recordEvents(transaction: Transaction, organizationId: string, json: string, at: Instant) {
  await transaction.$executeRaw`
    INSERT INTO repository_event (repository_id, kind, at, before, after)
    SELECT known.id, event.kind::"RepositoryEventKind", event.at, event.before, event.after
    FROM repository AS known
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
    WHERE known.organization_id = ${organizationId}::uuid AND event.happened`;
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
