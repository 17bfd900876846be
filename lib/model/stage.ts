import type { Evidence } from "./evidence.ts";

/** Stage is how far Nix reaches in a repository; stages need not be reached in order. */
export type Stage = "development" | "packaging" | "continuous-integration" | "distribution" | "systems";

/** stages in the order of the gradual approach. */
export const stages = [
  "development",
  "packaging",
  "continuous-integration",
  "distribution",
  "systems",
] as const satisfies readonly Stage[];

/** StageReached is one stage with the place that shows it. */
export interface StageReached {
  readonly stage: Stage;
  readonly evidence: Evidence;
}
