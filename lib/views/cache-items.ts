import { cacheClass } from "#lib/checks/cache-class.ts";
import type { CacheClass, CacheFact, CacheFacts } from "#lib/model/cache-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import type { Policy } from "#lib/model/policy.ts";
import { evidenceLink, type RepositoryPlace } from "./repository-links.ts";
import type { EvidenceLink } from "./repository-parts.ts";

/** CacheItem is one cache of a repository, with who may read it under the organization's policy. */
export interface CacheItem {
  readonly name: CacheFact["name"];
  readonly class: CacheClass;
  readonly evidence: EvidenceLink;
}

/** cacheItems are the caches that a repository uses; unknown when none was seen and one may be where nothing was read. */
export function cacheItems(
  { caches, unread, mayHideCache }: CacheFacts,
  policy: Policy,
  place: RepositoryPlace,
): Observed<readonly CacheItem[]> {
  if (caches.length === 0 && unread !== null) return unknown(unread);
  if (caches.length === 0 && mayHideCache !== null) return unknown("not-read");
  return known(
    caches.map((cache) => ({
      name: cache.name,
      class: cacheClass(cache, policy),
      evidence: evidenceLink(cache.evidence, place),
    })),
  );
}
