import type { CacheClass } from "#lib/model/facts.ts";
import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** privateCacheUsed: where continuous integration builds with Nix, it shares results through a private cache. */
export const privateCacheUsed: Check = {
  id: "private-cache-used",
  version: 1,
  theme: "caches",
  severity: "advice",
  stage: "continuous-integration",
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    if (!facts.caches.known) {
      return [{ subject, outcome: "unknown", summary: "a workflow cannot be read", evidence: [] }];
    }
    const ofClass = (cacheClass: CacheClass) =>
      facts.caches.known ? facts.caches.value.filter((cache) => cache.class === cacheClass) : [];
    const [privateCache] = ofClass("private");
    if (privateCache !== undefined) {
      return [
        { subject, outcome: "pass", summary: `${privateCache.name} is private`, evidence: [privateCache.evidence] },
      ];
    }
    const [ambiguous] = ofClass("ambiguous");
    if (ambiguous !== undefined) {
      const summary = `whether ${ambiguous.name} is private cannot be seen in the repository`;
      return [{ subject, outcome: "unknown", summary, evidence: [ambiguous.evidence] }];
    }
    const integration = facts.stages.find((reached) => reached.stage === "continuous-integration");
    if (facts.caches.value.length === 0 && integration === undefined) {
      return [{ subject, outcome: "not-applicable", summary: "no workflow builds with Nix", evidence: [] }];
    }
    const [first] = facts.caches.value;
    return first === undefined
      ? [
          {
            subject,
            outcome: "fail",
            summary: "workflows build with Nix without a cache",
            evidence: integration === undefined ? [] : [integration.evidence],
          },
        ]
      : [
          {
            subject,
            outcome: "fail",
            summary: `${first.name} is not a private cache that others can read`,
            evidence: [first.evidence],
          },
        ];
  },
};
