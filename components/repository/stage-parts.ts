import type { DistributionPart } from "#components/charts/distribution.tsx";
import type { StageCount } from "#lib/views/shared.ts";
import { stageColors } from "./stage-colors.ts";

/** stageParts gives each stage its place on the ramp; `none` is an outline, `unknown` is hatched. */
export function stageParts(counts: readonly StageCount[]): readonly DistributionPart[] {
  return counts.map(({ stage, label, count }) => ({
    id: stage,
    label,
    count,
    fill: stage === "none" || stage === "unknown" ? stage : stageColors[stage],
  }));
}
