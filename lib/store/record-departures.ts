import type { Instant } from "#lib/model/instant.ts";
import type { Database } from "./database.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";

/** Departure is a repository that its organization no longer shows, and what is known of why, as in `RepositoryEvent`. */
export type Departure =
  | { readonly providerId: string; readonly kind: "hidden" | "removed" }
  | { readonly providerId: string; readonly kind: "transferred"; readonly newOwner: string };

/** listUnseenRepositories is the provider ids of what the organization had and the inventory of a scan did not show. */
export async function listUnseenRepositories(
  db: Database,
  organizationId: string,
  scanId: string,
): Promise<readonly string[]> {
  const rows = await db.client.repository.findMany({
    where: { organizationId, removedAt: null, scanRows: { none: { scanId } } },
    select: { providerId: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ providerId }) => providerId);
}

/**
 * recordDepartures marks repositories as removed at `at`, each with the event that says why. Rows and history stay; one
 * that was marked before keeps its moment and its reason.
 */
export async function recordDepartures(
  db: Database,
  organizationId: string,
  departures: readonly Departure[],
  at: Instant,
): Promise<void> {
  const rows = departures.map((departure) => ({
    provider_id: toStorableKey(departure.providerId),
    kind: departure.kind,
    new_owner: departure.kind === "transferred" ? toStorableKey(departure.newOwner) : null,
  }));
  await db.client.$executeRaw`
    WITH departed AS (
      UPDATE repository SET removed_at = ${at}::timestamptz
      FROM json_to_recordset(${toStorableJson(rows)}::json) AS row(
        provider_id text, kind "RepositoryEventKind", new_owner text)
      WHERE repository.organization_id = ${organizationId}::uuid AND repository.provider_id = row.provider_id
        AND repository.removed_at IS NULL
      RETURNING repository.id, repository.owner, row.kind, row.new_owner)
    INSERT INTO repository_event (repository_id, kind, at, before, after)
    SELECT id, kind, ${at}::timestamptz, CASE WHEN new_owner IS NULL THEN NULL ELSE owner END, new_owner FROM departed`;
}
