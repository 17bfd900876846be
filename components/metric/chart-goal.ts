import type { TrendGoal } from "#components/charts/trend-series.ts";
import { goalLabel } from "#lib/format/goal-words.ts";
import type { Headline } from "#lib/views/shared.ts";

/** chartGoal is the goal of one of the headlines as a chart draws it; undefined without one. */
export function chartGoal(headlines: readonly Headline[], metricId: string): TrendGoal | undefined {
  const goal = headlines.find((headline) => headline.metricId === metricId)?.goal;
  return goal ? { share: goal.share, label: goalLabel(goal) } : undefined;
}
