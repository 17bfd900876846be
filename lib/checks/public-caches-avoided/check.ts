import type { RepositoryFacts } from "#lib/model/facts.ts";
import { cacheClass } from "../cache-class.ts";
import type { Check } from "../check.ts";
import { listed } from "../listed.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unreadSettings } from "../unread-settings.ts";
import { words } from "./doc.ts";

/** publicCachesAvoided: no file of the repository names a public cache. */
export const publicCachesAvoided: Check = {
  id: "public-caches-avoided",
  version: 1,
  theme: "caches",
  severity: "advice",
  stage: null,
  words,

  evaluate({ facts, policy }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const found = facts.caching.caches.filter((cache) => cacheClass(cache, policy) === "public");
    if (found.length > 0) {
      const names = new Set(found.map((cache) => cache.name));
      const summary = `${listed([...names])} ${names.size === 1 ? "is a public cache" : "are public caches"} (list as of ${policy.asOf})`;
      return [{ subject, outcome: "fail", summary, evidence: found.map((cache) => cache.evidence) }];
    }
    const unread = unreadSettings(facts);
    if (unread !== null) return [{ subject, outcome: "unknown", summary: unread, evidence: [] }];
    return [{ subject, outcome: "pass", summary: passWords(facts), evidence: [] }];
  },
};

/** Without `substituters` of its own, Nix asks the default public cache; machines may be told otherwise, unseen. */
function passWords({ caching }: RepositoryFacts): string {
  return caching.replacesDefault === null
    ? "no public cache is named; whether machines use the default one cannot be seen here"
    : "no public cache is named, and the default one is replaced";
}
