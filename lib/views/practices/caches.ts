import { cacheClass } from "#lib/checks/cache-class.ts";
import { type Pairing, pairCachesAndKeys } from "#lib/checks/cache-keys-paired/pairing.ts";
import type { CacheClass, CacheFact, CacheFacts, CacheSource } from "#lib/model/cache-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { notesOf, type PracticeCard, type PracticeContext } from "./practice.ts";

const classWords = {
  private: "private",
  ambiguous: "private or public",
  "ci-only": "CI only",
  public: "public",
} as const satisfies Record<CacheClass, string>;

const sourceWords = {
  "nix-config": "nixConfig",
  workflow: "workflow",
  "nix.conf": "nix.conf",
  module: "module",
  action: "action",
  service: "service",
} as const satisfies Record<CacheSource, string>;

/** cachesCard is which caches a repository asks, who may read each, and whether its key is trusted. */
export function cachesCard({ facts: { caching }, policy, link }: PracticeContext): PracticeCard {
  const pairing = pairCachesAndKeys(caching);
  const replaced = caching.replacesDefault;
  return {
    id: "caches",
    title: "Caches and keys",
    groups: [
      {
        title: "Caches",
        none: "No cache is configured.",
        items: observed(
          caching,
          caching.caches.map((cache) => ({
            name: cache.name,
            notes: notesOf(classWords[cacheClass(cache, policy)], sourceWords[cache.source], keyWords(cache, pairing)),
            evidence: link(cache.evidence),
          })),
        ),
      },
      {
        title: "Public keys",
        none: "No key is trusted by name.",
        items: observed(
          caching,
          caching.keys.map((key) => ({
            name: key.name,
            notes: notesOf(
              sourceWords[key.source],
              pairing.withoutCache.some(({ name }) => name === key.name) ? "nothing asks its cache" : null,
            ),
            evidence: link(key.evidence),
          })),
        ),
      },
      ...(replaced === null
        ? []
        : [
            {
              title: "Default cache",
              none: "",
              items: known([{ name: "replaced by `substituters`", notes: [], evidence: link(replaced) }]),
            },
          ]),
    ],
  };
}

/** Null where nobody asks for a key: actions bring theirs, and SSH trusts the host. */
function keyWords({ name, url }: CacheFact, { withoutKey, unclear }: Pairing): string | null {
  if (withoutKey.some((cache) => cache.name === name)) return "no key is trusted";
  if (unclear.some((cache) => cache.name === name)) return "its key cannot be told";
  return url === null || !/^(?:https?|s3):/i.test(url) ? null : "key trusted";
}

/** Nothing found is unknown where something was not read that may set up a cache. */
function observed<T>({ unread, mayHideCache }: CacheFacts, found: readonly T[]): Observed<readonly T[]> {
  if (found.length === 0 && unread !== null) return unknown(unread);
  return found.length === 0 && mayHideCache !== null ? unknown("not-read") : known(found);
}
