import { cacheMetrics } from "./cache-metrics.ts";
import { figures } from "./figures.ts";
import { headlines } from "./headlines.ts";
import { internalInputs } from "./internal-inputs.ts";
import type { Counted, Metric, MetricId } from "./metric.ts";
import { practices } from "./practices.ts";
import { stageMetrics } from "./stage-metrics.ts";
import { themeMetrics } from "./theme-metrics.ts";

/** metrics are all shares, in the order in which pages list them. */
export const metrics: readonly Metric[] = [
  ...headlines,
  ...practices,
  internalInputs,
  ...cacheMetrics,
  ...stageMetrics,
  ...themeMetrics,
];

/** counted is all that days are counted by: the shares, and the figures that are none. */
export const counted: readonly Counted[] = [...metrics, ...figures];

const metricsById = new Map(metrics.map((metric) => [metric.id, metric]));

/** findMetric is the metric of an id, or undefined for one that no longer exists. */
export function findMetric(id: MetricId): Metric | undefined {
  return metricsById.get(id);
}

/** metricOfCheck is the metric that rests on a check alone, or undefined when no series of its own is kept for it. */
export function metricOfCheck(checkId: string): Metric | undefined {
  return metrics.find(({ basis }) => basis.kind === "check" && basis.checkId === checkId);
}
