import type { CacheClass, CacheFact, CacheFacts } from "#lib/model/cache-facts.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { RepositoryCacheClass } from "#lib/model/tally.ts";

type CachePolicy = Pick<Policy, "approvedCaches" | "publicCaches">;

/**
 * cacheClass says who may read a cache under a policy: what the organization approves counts as private, what is known
 * for it as public, and beyond that what the repository shows.
 */
export function cacheClass(cache: CacheFact, policy: CachePolicy): CacheClass {
  if (policy.approvedCaches.includes(cache.name)) return "private";
  return policy.publicCaches.includes(cache.name) ? "public" : cache.class;
}

/**
 * repositoryCacheClass is the most private class of the caches that a repository uses; those that a module sets up on
 * machines do not count, as in `private-cache-used`.
 *
 * Unknown where a private cache may hide: in a file that was not read, an action, or a list that Nix computes.
 */
export function repositoryCacheClass(facts: CacheFacts, policy: CachePolicy): RepositoryCacheClass {
  const shared = facts.caches.filter(({ source }) => source !== "module");
  const classes = new Set(shared.map((cache) => cacheClass(cache, policy)));
  if (classes.has("private")) return "private";
  const isComputed = facts.computed.some(({ holds, source }) => holds === "caches" && source !== "module");
  if (facts.unread !== null || facts.mayHideCache !== null || isComputed) return "unknown";
  return (["ambiguous", "ci-only", "public"] as const).find((each) => classes.has(each)) ?? "none";
}
