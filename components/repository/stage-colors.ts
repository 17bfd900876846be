import type { Stage } from "#lib/model/stage.ts";

/** stageColors is the one ordered ramp of the stages; `none` is drawn as an outline and `unknown` hatched. */
export const stageColors = {
  development: "var(--stage-1)",
  packaging: "var(--stage-2)",
  "continuous-integration": "var(--stage-3)",
  distribution: "var(--stage-4)",
  systems: "var(--stage-5)",
} as const satisfies Record<Stage, string>;
