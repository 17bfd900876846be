import type { CacheClass } from "./cache-facts.ts";

/** RepositoryCacheClass is the most private class of a repository's caches; `unknown` where one may not have been seen. */
export type RepositoryCacheClass = CacheClass | "none" | "unknown";

/** AskedChecks is a set of checks by their ids, with a short name of the set. */
export interface AskedChecks {
  readonly ids: readonly string[];
  readonly askedBy: string;
}

/** Tally is what is counted of a repository that no check judges, as the policy has it. Inputs are those of main flakes. */
export interface Tally {
  /** The name of the set of checks that were asked with it, so that one which came later is known to be unasked. */
  readonly askedBy: string;
  /** Flakes whose role is `main`. */
  readonly mainFlakes: number;
  readonly cacheClass: RepositoryCacheClass;
  /** Direct inputs that point somewhere of their own, outside the repository. */
  readonly directInputs: number;
  /** Those that are flakes of the repository's own owner: internal edges. */
  readonly internalInputs: number;
  /** Those of which that cannot be told. */
  readonly unclearInputs: number;
  /** The days, as `dayNumber` counts them, on which the direct inputs of known age were locked, in order. */
  readonly inputLockedDays: readonly number[];
}
