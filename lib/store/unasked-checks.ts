import type { AskedChecks } from "#lib/model/tally.ts";
import type { Database } from "./database.ts";

/**
 * listUnaskedChecks is, by the id of each repository that was read and not yet judged by all of these checks, which of
 * them it was never asked: after an upgrade, until the next scan judges it again. A check that was asked has left a
 * finding, if only that it does not apply.
 */
export async function listUnaskedChecks(
  db: Database,
  organizationId: string,
  { ids, askedBy }: AskedChecks,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.client.$queryRaw<readonly { readonly id: string; readonly unasked: readonly string[] }[]>`
    SELECT r.id, ARRAY(
      SELECT unnest(${[...ids]}::text[]) EXCEPT (
        SELECT f.check_id FROM finding AS f WHERE f.repository_id = r.id
        UNION SELECT entry ->> 'checkId' FROM jsonb_array_elements(r.not_applicable) AS entry)) AS unasked
    FROM repository AS r
    WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL
      AND (r.tally ->> 'askedBy') IS DISTINCT FROM ${askedBy}
      AND EXISTS (SELECT FROM snapshot AS s WHERE s.repository_id = r.id AND s.valid_to IS NULL)`;
  return new Map(rows.filter(({ unasked }) => unasked.length > 0).map(({ id, unasked }) => [id, unasked]));
}
