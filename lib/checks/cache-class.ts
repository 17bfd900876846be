import type { CacheClass, CacheFact } from "#lib/model/cache-facts.ts";
import type { Policy } from "#lib/model/policy.ts";

/**
 * cacheClass says who may read a cache under a policy: what the organization approves counts as private, what is known
 * for it as public, and beyond that what the repository shows.
 */
export function cacheClass(cache: CacheFact, policy: Pick<Policy, "approvedCaches" | "publicCaches">): CacheClass {
  if (policy.approvedCaches.includes(cache.name)) return "private";
  return policy.publicCaches.includes(cache.name) ? "public" : cache.class;
}
