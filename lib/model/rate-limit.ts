import type { Instant } from "./instant.ts";

/** ApiResource names what a provider counts apart. */
export type ApiResource = "graphql" | "rest";

/** RateLimit is what an answer says of the hourly limit of its resource. */
export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
  /** When the limit starts anew. */
  readonly resetAt: Instant;
}
