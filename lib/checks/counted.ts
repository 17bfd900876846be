import { figures } from "#lib/metrics/figures.ts";
import type { Counted, Metric, MetricId } from "#lib/metrics/metric.ts";
import { namedMetrics } from "#lib/metrics/registry.ts";
import { checkMetric } from "./check-metric.ts";
import { checks } from "./registry.ts";

/** metrics are all shares, in the order in which pages list them: those with a name, then one for every other check. */
export const metrics: readonly Metric[] = [
  ...namedMetrics,
  ...checks.filter(({ id }) => ofCheck(namedMetrics, id) === undefined).map(checkMetric),
];

/** counted is all that days are counted by: the shares, and the figures that are none. */
export const counted: readonly Counted[] = [...metrics, ...figures];

const metricsById = new Map(metrics.map((metric) => [metric.id, metric]));

/** findMetric is the metric of an id, or undefined for one that no longer exists. */
export function findMetric(id: MetricId): Metric | undefined {
  return metricsById.get(id);
}

/** metricOfCheck counts the repositories that pass a check; undefined for a check that no longer exists. */
export function metricOfCheck(checkId: string): Metric | undefined {
  return ofCheck(metrics, checkId);
}

function ofCheck(among: readonly Metric[], checkId: string): Metric | undefined {
  return among.find(
    ({ basis, unit }) => basis.kind === "check" && basis.checkId === checkId && unit === "repositories",
  );
}
