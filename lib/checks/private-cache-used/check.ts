import type { CacheClass } from "#lib/model/cache-facts.ts";
import { cacheClass } from "../cache-class.ts";
import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { words } from "./doc.ts";

/** privateCacheUsed: where continuous integration builds with Nix, it shares results through a private cache. */
export const privateCacheUsed: Check = {
  id: "private-cache-used",
  version: 3,
  theme: "caches",
  severity: "advice",
  stage: "continuous-integration",
  words,

  evaluate({ facts, policy }) {
    const { caches, computed, unread, mayHideCache } = facts.caching;
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    // What modules set holds on machines, and says nothing of continuous integration.
    const shared = caches.filter((cache) => cache.source !== "module");
    const ofClass = (wanted: CacheClass) => shared.find((cache) => cacheClass(cache, policy) === wanted);
    const privateCache = ofClass("private");
    if (privateCache !== undefined) {
      const summary = policy.approvedCaches.includes(privateCache.name)
        ? `${privateCache.name} is approved by the organization`
        : `${privateCache.name} is private`;
      return [{ subject, outcome: "pass", summary, evidence: [privateCache.evidence] }];
    }
    if (unread !== null) return [{ subject, outcome: "unknown", summary: unknownWords.settings[unread], evidence: [] }];
    if (mayHideCache !== null) {
      const summary = "a workflow uses something that was not read and may set up a cache";
      return [{ subject, outcome: "unknown", summary, evidence: [mayHideCache] }];
    }
    const hidden = computed.find(({ holds, source }) => holds === "caches" && source !== "module");
    if (hidden !== undefined) {
      const summary = "a list of caches is computed, and may name a private one";
      return [{ subject, outcome: "unknown", summary, evidence: [hidden.evidence] }];
    }
    const ambiguous = ofClass("ambiguous");
    if (ambiguous !== undefined) {
      const summary = `whether ${ambiguous.name} is private cannot be seen in the repository`;
      return [{ subject, outcome: "unknown", summary, evidence: [ambiguous.evidence] }];
    }
    // Hydra and Hercules, which outputs of the flake show, bring caches of their own.
    const integration = facts.stages.find(
      ({ stage, evidence }) => stage === "continuous-integration" && evidence.path.startsWith(".github/workflows/"),
    );
    const first = ofClass("ci-only") ?? shared[0];
    // A public cache that flake.nix names says nothing of continuous integration; a cache of its own does.
    if (integration === undefined && first?.class !== "ci-only") {
      return [{ subject, outcome: "not-applicable", summary: "no workflow builds with Nix", evidence: [] }];
    }
    const summary =
      first === undefined
        ? "workflows build with Nix without a cache"
        : `${first.name} is not a private cache that others can read`;
    const evidence = first?.evidence ?? integration?.evidence;
    return [{ subject, outcome: "fail", summary, evidence: evidence === undefined ? [] : [evidence] }];
  },
};
