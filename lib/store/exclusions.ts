import picomatch from "picomatch";
import type { Policy } from "#lib/model/policy.ts";
import type { RepositoryIdentity } from "#lib/model/repository.ts";
import type { Database } from "./database.ts";
import { toStorableJson } from "./storable.ts";

/** createExclusion says of each repository whether a pattern of the policy fits its name, or its `owner/name`. */
export function createExclusion(pattern: string): (repository: RepositoryIdentity) => boolean {
  const matches = picomatch(pattern, { nocase: true, dot: true });
  return ({ owner, name }) => matches(name) || matches(`${owner}/${name}`);
}

/** exclusionOf is the first pattern that excludes a repository, with why; null for one that none does. */
export function exclusionOf(
  { excludedRepositories, exclusionReasons }: Pick<Policy, "excludedRepositories" | "exclusionReasons">,
  repository: RepositoryIdentity,
): { readonly pattern: string; readonly reason: string | null } | null {
  const fitting = excludedRepositories.filter((pattern) => createExclusion(pattern)(repository));
  // One that says why tells more than one that was there before.
  const pattern = fitting.find((one) => Object.hasOwn(exclusionReasons, one)) ?? fitting[0];
  return pattern === undefined ? null : { pattern, reason: exclusionReasons[pattern] ?? null };
}

/** patternOf is the pattern that fits this name only, whatever a pattern understands of it. */
export function patternOf(name: string): string {
  return name.replace(/[\\*?[\]{}()!+@|]/g, "\\$&");
}

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
  const exclusions = patterns.map(createExclusion);
  const excluded = rows.filter((repository) => exclusions.some((isExcluded) => isExcluded(repository)));
  const ids = toStorableJson(excluded.map(({ id }) => id));
  await db.client.$executeRaw`
    UPDATE repository SET is_excluded = excluded.is_excluded
    FROM (SELECT r.id, r.id::text IN (SELECT json_array_elements_text(${ids}::json)) AS is_excluded
      FROM repository r WHERE r.organization_id = ${organizationId}::uuid) AS excluded
    WHERE repository.id = excluded.id AND repository.is_excluded <> excluded.is_excluded`;
  return excluded.length;
}
