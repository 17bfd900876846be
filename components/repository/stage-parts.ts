import type { DistributionPart } from "#components/charts/distribution.tsx";
import type { StageCount } from "#lib/views/shared.ts";
import { furthestValue } from "./repository-filters.tsx";
import { stageColors } from "./stage-colors.ts";

/**
 * stageParts gives each stage its place on the ramp; `none` is an outline, `unknown` is hatched. `listHref` is a page with
 * the table of the repositories that are counted, and a query; each part then leads to its own among them.
 */
export function stageParts(counts: readonly StageCount[], listHref?: string): readonly DistributionPart[] {
  return counts.map(({ stage, label, count }) => ({
    id: stage,
    label,
    count,
    ...(listHref === undefined ? {} : { href: `${listHref}&${furthestQuery(stage)}` }),
    fill: stage === "none" || stage === "unknown" ? stage : stageColors[stage],
  }));
}

function furthestQuery(stage: StageCount["stage"]): string {
  if (stage === "unknown") return "has=unknown";
  return `stage=${stage === "none" ? stage : furthestValue(stage)}`;
}
