import picomatch from "picomatch";
import type { Database } from "./database.ts";
import { toStorableJson } from "./storable.ts";

/**
 * recordExclusions marks the repositories of an organization whose name, or `owner/name`, fits a pattern as excluded,
 * and all others as not. They then count in no share; what is known of them stays.
 *
 * @returns how many are excluded now.
 */
export async function recordExclusions(
  db: Database,
  organizationId: string,
  patterns: readonly string[],
): Promise<number> {
  const rows = await db.client.repository.findMany({
    where: { organizationId },
    select: { id: true, owner: true, name: true },
  });
  const matchers = patterns.map((pattern) => picomatch(pattern, { nocase: true, dot: true }));
  const excluded = rows.filter(({ owner, name }) =>
    matchers.some((matches) => matches(name) || matches(`${owner}/${name}`)),
  );
  const ids = toStorableJson(excluded.map(({ id }) => id));
  await db.client.$executeRaw`
    UPDATE repository SET is_excluded = excluded.is_excluded
    FROM (SELECT r.id, r.id::text IN (SELECT json_array_elements_text(${ids}::json)) AS is_excluded
      FROM repository r WHERE r.organization_id = ${organizationId}::uuid) AS excluded
    WHERE repository.id = excluded.id AND repository.is_excluded <> excluded.is_excluded`;
  return excluded.length;
}
