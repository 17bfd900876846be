import { addDays, type Instant } from "#lib/model/instant.ts";
import type { RepositorySettings } from "#lib/model/repository-settings.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";
import type { Transaction } from "./transaction.ts";

/** DeclaringRepository is a repository with its settings file as it was read at one moment. */
export interface DeclaringRepository {
  readonly repositoryId: string;
  readonly settings: RepositorySettings;
  readonly at: Instant;
}

/**
 * recordRepositoryWaivers makes the waivers that each repository declares itself exactly those of its settings file. One
 * that stays keeps the moment since which it holds; one that is gone, as all are from a file that cannot be read, ends
 * at `at`. A waiver holds through its last day, UTC.
 */
export async function recordRepositoryWaivers(
  transaction: Transaction,
  repositories: readonly DeclaringRepository[],
): Promise<void> {
  const json = toStorableJson(repositories.flatMap(waiverRows));
  const read = JSON.stringify(repositories.map(({ repositoryId, at }) => ({ repository_id: repositoryId, at })));
  await transaction.$executeRaw`
    UPDATE waiver SET revoked_at = read.at, revoked_by = 'repository'
    FROM json_to_recordset(${read}::json) AS read(repository_id uuid, at timestamptz)
    WHERE waiver.repository_id = read.repository_id AND source = 'repository' AND revoked_at IS NULL AND NOT EXISTS (
      SELECT FROM json_to_recordset(${json}::json) AS row(repository_id uuid, check_id text, subject text, reason text,
        expires_at timestamptz)
      WHERE row.repository_id = waiver.repository_id AND row.check_id = waiver.check_id
        AND row.subject IS NOT DISTINCT FROM waiver.subject AND row.reason = waiver.reason
        AND row.expires_at = waiver.expires_at)`;
  if (json === "[]") return;
  await transaction.$executeRaw`
    INSERT INTO waiver (organization_id, repository_id, check_id, subject, source, evidence, reason, granted_by,
      granted_at, expires_at)
    SELECT DISTINCT ON (row.repository_id, row.check_id, row.subject, row.reason, row.expires_at)
      repository.organization_id, repository.id, row.check_id, row.subject, 'repository'::"WaiverSource", row.evidence,
      row.reason, row.granted_by, row.at, row.expires_at
    FROM json_to_recordset(${json}::json) AS row(repository_id uuid, check_id text, subject text, reason text,
      expires_at timestamptz, evidence jsonb, granted_by text, at timestamptz)
    JOIN repository ON repository.id = row.repository_id
    WHERE NOT EXISTS (
      SELECT FROM waiver WHERE waiver.repository_id = repository.id AND waiver.source = 'repository'
        AND waiver.revoked_at IS NULL AND waiver.check_id = row.check_id
        AND waiver.subject IS NOT DISTINCT FROM row.subject AND waiver.reason = row.reason
        AND waiver.expires_at = row.expires_at)`;
}

function waiverRows({ repositoryId, settings, at }: DeclaringRepository) {
  if (settings.status !== "ok") return [];
  return settings.waivers.map(({ checkId, subject, reason, expiresOn, evidence }) => ({
    repository_id: repositoryId,
    check_id: toStorableKey(checkId),
    subject: subject === null ? null : toStorableKey(subject),
    reason,
    expires_at: addDays(`${expiresOn}T00:00:00.000Z`, 1),
    evidence,
    granted_by: settings.path,
    at,
  }));
}
