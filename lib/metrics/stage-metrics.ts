import { type Stage, stageNames, stages } from "#lib/model/stage.ts";
import { type Metric, nothing } from "./metric.ts";

/**
 * stageMetrics count the repositories that have reached each stage.
 *
 * numerator   eligible repositories in which the stage shows
 * denominator eligible repositories, read or not
 * unknown     eligible repositories that could not be read
 */
export const stageMetrics: readonly Metric[] = stages.map((stage) => ({
  id: stageMetricId(stage),
  version: 1,
  label: stageNames[stage],
  definition: `Eligible repositories that have reached the stage "${stageNames[stage]}", of all eligible repositories.`,
  unit: "repositories",
  basis: { kind: "stage", stage },
  count({ isEligible, isRead, stages: reached }) {
    if (!isEligible) return nothing;
    if (!isRead) return { numerator: 0, denominator: 1, unknown: 1 };
    return { numerator: reached.includes(stage) ? 1 : 0, denominator: 1, unknown: 0 };
  },
}));

/** stageMetricId is the id of a stage's metric. */
export function stageMetricId(stage: Stage): string {
  return `stage-${stage}`;
}
