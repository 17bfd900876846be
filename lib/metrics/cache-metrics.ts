import type { RepositoryCacheClass } from "#lib/model/tally.ts";
import { type Metric, nothing } from "./metric.ts";
import { mainFlakesOf } from "./unasked.ts";

type ToldClass = Exclude<RepositoryCacheClass, "unknown">;

const words = {
  private: { label: "Cache class: private", which: "that use a private cache" },
  ambiguous: { label: "Cache class: may be private", which: "whose most private cache may be private or public" },
  "ci-only": { label: "Cache class: CI only", which: "whose most private cache only workflows can read" },
  public: { label: "Cache class: public", which: "that name public caches only" },
  none: { label: "Cache class: none", which: "that name no cache" },
} as const satisfies Record<ToldClass, { readonly label: string; readonly which: string }>;

const classes = ["private", "ambiguous", "ci-only", "public", "none"] as const satisfies readonly ToldClass[];

/**
 * cacheMetrics count the repositories of each cache class, so that the classes and the unknown add up to all.
 *
 * numerator   repositories of the class
 * denominator eligible repositories that were read and have a main flake
 * unknown     those of which a private cache may not have been seen, or that no version has judged which counts this
 */
export const cacheMetrics: readonly Metric[] = classes.map((cacheClass) => ({
  id: `cache-class-${cacheClass}`,
  version: 1,
  label: words[cacheClass].label,
  definition: `Repositories ${words[cacheClass].which}, of the eligible repositories with a flake.`,
  unit: "repositories",
  basis: { kind: "tally", theme: "caches", reason: (tally) => reasons[tally.cacheClass] },
  count(repository) {
    const { isEligible, isRead, tally } = repository;
    if (!isEligible || !isRead || mainFlakesOf(repository) === 0) return nothing;
    const isUnknown = tally === null || tally.cacheClass === "unknown";
    return { numerator: tally?.cacheClass === cacheClass ? 1 : 0, denominator: 1, unknown: isUnknown ? 1 : 0 };
  },
}));

const reasons = {
  private: "It uses a private cache.",
  ambiguous: "Whether its cache is private cannot be seen in the repository.",
  "ci-only": "Only its workflows can read its cache.",
  public: "All caches that it names are public.",
  none: "It names no cache.",
  unknown: "Not all that may set up a cache was read.",
} as const satisfies Record<RepositoryCacheClass, string>;
