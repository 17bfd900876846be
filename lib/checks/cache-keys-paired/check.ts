import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Check, CheckResult } from "../check.ts";
import { listed } from "../listed.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unreadSettings } from "../unread-settings.ts";
import { words } from "./doc.ts";
import { fixPairing } from "./fix.ts";
import { pairCachesAndKeys } from "./pairing.ts";

/** cacheKeysPaired: every cache comes with the key that its owner signs with, and every key with its cache. */
export const cacheKeysPaired: Check = {
  id: "cache-keys-paired",
  version: 1,
  theme: "caches",
  severity: "warning",
  stage: null,
  words,

  evaluate({ facts }) {
    return [mainFlakes(facts).length === 0 ? withoutFlake(facts) : judge(facts)];
  },

  fix({ facts }, { outcome }) {
    const pairing = pairCachesAndKeys(facts.caching);
    if (outcome === "fail") return fixPairing(pairing, facts);
    // Whether an action brings the key cannot be told; a workflow that says it is right either way.
    const ofWorkflows = pairing.unclear.filter(({ source }) => source === "workflow");
    return outcome === "unknown" ? fixPairing({ ...pairing, withoutKey: ofWorkflows, withoutCache: [] }, facts) : null;
  },
};

function judge(facts: RepositoryFacts): CheckResult {
  const subject = repositorySubject;
  const { caches, keys, computed } = facts.caching;
  const unread = unreadSettings(facts);
  const { withoutKey, withoutCache, unclear } = pairCachesAndKeys(facts.caching);
  // The other half of a pair in modules may be in a module that was not read; nixConfig stands in one file.
  const isWhole = (item: { readonly source: string }) => unread === null || item.source === "nix-config";
  const lost = [...withoutKey, ...withoutCache].filter(isWhole);
  if (lost.length > 0) {
    const hosts = withoutKey.filter(isWhole).map(({ name }) => name);
    const summary =
      hosts.length > 0
        ? `no key is trusted for ${listed(hosts)}`
        : `nothing asks the cache of the key ${listed(withoutCache.map(({ name }) => name))}`;
    return { subject, outcome: "fail", summary, evidence: lost.map((item) => item.evidence) };
  }
  if (unread !== null) return { subject, outcome: "unknown", summary: unread, evidence: [] };
  const [doubtful] = unclear;
  if (doubtful !== undefined) {
    const summary = `whether a key is trusted for ${doubtful.name} cannot be told`;
    return { subject, outcome: "unknown", summary, evidence: [doubtful.evidence] };
  }
  if (caches.every(({ url }) => url === null) && keys.length === 0 && computed.length === 0) {
    return { subject, outcome: "not-applicable", summary: "no cache is named by its URL", evidence: [] };
  }
  return { subject, outcome: "pass", summary: "every cache has its key", evidence: [] };
}
