import type { CacheClass } from "#lib/model/cache-facts.ts";
import { type UnknownReason, unknownReasonWords } from "#lib/model/observed.ts";
import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

const unknownWords = {
  ...unknownReasonWords,
  unreadable: "a workflow cannot be read",
  "not-read": "a workflow uses something that was not read and may set up a cache",
} as const satisfies Record<UnknownReason, string>;

/** privateCacheUsed: where continuous integration builds with Nix, it shares results through a private cache. */
export const privateCacheUsed: Check = {
  id: "private-cache-used",
  version: 1,
  theme: "caches",
  severity: "advice",
  stage: "continuous-integration",
  words,

  evaluate({ facts }) {
    const { caches } = facts.caching;
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    if (!caches.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords[caches.reason], evidence: [] }];
    }
    const ofClass = (cacheClass: CacheClass) =>
      caches.known ? caches.value.filter((cache) => cache.class === cacheClass) : [];
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
    // Hydra and Hercules, which outputs of the flake show, bring caches of their own.
    const integration = facts.stages.find(
      ({ stage, evidence }) => stage === "continuous-integration" && evidence.path.startsWith(".github/workflows/"),
    );
    const first = caches.value.find((cache) => cache.class === "ci-only") ?? caches.value[0];
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
