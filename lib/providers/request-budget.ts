import type { Instant } from "#lib/model/instant.ts";
import type { ApiResource, RateLimit } from "#lib/model/rate-limit.ts";

/** Settle tells a budget that an admitted request is over, and what its answer said of the limit; null: nothing. */
export type Settle = (limit: RateLimit | null) => Promise<void>;

/**
 * RequestBudget is what everybody who asks with the same credentials may spend together. A provider asks it before
 * each request and tells it what came of it; who shares it, and where it is kept, is the budget's own affair.
 */
export interface RequestBudget {
  /** Waits until a request may leave. @throws the signal's reason once it fires. */
  admit(resource: ApiResource, signal: AbortSignal): Promise<Settle>;
  /** Lets nobody ask before `until`: for one resource whose limit is spent, or for all. */
  pause(until: Instant, resource: ApiResource | "all"): Promise<void>;
}
