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

/** stageNames is how every page names a stage. */
export const stageNames = {
  development: "Development environment",
  packaging: "Packaging",
  "continuous-integration": "Continuous integration",
  distribution: "Distribution",
  systems: "Containers and systems",
} as const satisfies Record<Stage, string>;

/** StageReached is one stage with the place that shows it. */
export interface StageReached {
  readonly stage: Stage;
  readonly evidence: Evidence;
}
