import type { Day } from "#lib/model/instant.ts";
import type { WhyNotEligible } from "#lib/model/repository.ts";
import type { Share } from "#lib/model/share.ts";
import type { Database } from "./database.ts";
import { toStorableJson } from "./storable.ts";
import { inTransaction } from "./transaction.ts";

/** RepositoryCount is what one repository counts on one day. */
export interface RepositoryCount {
  readonly repositoryId: string;
  /** Null while it counts. */
  readonly notEligible: WhyNotEligible | null;
  /** The teams in whose number it counts, in order. */
  readonly teamIds: readonly string[];
  /** By the metric's id; one that it does not count in is left out. */
  readonly shares: Readonly<Record<string, Share>>;
}

// Keeps one statement, and the time for which the embedded database is busy with it, small.
const chunkSize = 500;

/**
 * recordRepositoryCounts records what every repository of an organization counts on a day. What holds on from the day
 * before is not written again; the same day again replaces what was said of it. A repository that is not among them
 * counts no more from this day on.
 */
export async function recordRepositoryCounts(
  db: Database,
  organizationId: string,
  day: Day,
  counts: readonly RepositoryCount[],
): Promise<void> {
  const present = toStorableJson(counts.map(({ repositoryId }) => repositoryId));
  await inTransaction(db, async (transaction) => {
    await transaction.$executeRaw`
      DELETE FROM repository_count AS c USING repository AS r
      WHERE r.id = c.repository_id AND r.organization_id = ${organizationId}::uuid AND c.from_day >= ${day}::date`;
    await transaction.$executeRaw`
      UPDATE repository_count AS c SET to_day = NULL FROM repository AS r
      WHERE r.id = c.repository_id AND r.organization_id = ${organizationId}::uuid AND c.to_day >= ${day}::date`;
    await transaction.$executeRaw`
      UPDATE repository_count AS c SET to_day = ${day}::date FROM repository AS r
      WHERE r.id = c.repository_id AND r.organization_id = ${organizationId}::uuid AND c.to_day IS NULL
        AND c.repository_id::text NOT IN (SELECT json_array_elements_text(${present}::json))`;
    for (let start = 0; start < counts.length; start += chunkSize) {
      const rows = toStorableJson(counts.slice(start, start + chunkSize).map(toRow));
      await transaction.$executeRaw`
        WITH row AS (
          SELECT * FROM json_to_recordset(${rows}::json)
            AS row(repository_id uuid, not_eligible text, team_ids uuid[], shares jsonb)
        ), closed AS (
          UPDATE repository_count AS c SET to_day = ${day}::date FROM row
          WHERE c.repository_id = row.repository_id AND c.to_day IS NULL
            AND (c.not_eligible, c.team_ids, c.shares) IS DISTINCT FROM (row.not_eligible, row.team_ids, row.shares)
          RETURNING c.repository_id
        )
        INSERT INTO repository_count (repository_id, from_day, not_eligible, team_ids, shares)
        SELECT row.repository_id, ${day}::date, row.not_eligible, row.team_ids, row.shares FROM row
        WHERE row.repository_id IN (SELECT repository_id FROM closed) OR NOT EXISTS (
          SELECT 1 FROM repository_count AS c WHERE c.repository_id = row.repository_id AND c.to_day IS NULL)`;
    }
  });
}

function toRow({ repositoryId, notEligible, teamIds, shares }: RepositoryCount) {
  return {
    repository_id: repositoryId,
    not_eligible: notEligible,
    team_ids: [...teamIds].sort(),
    shares,
  };
}
