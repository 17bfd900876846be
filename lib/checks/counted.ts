import { figures } from "#lib/metrics/figures.ts";
import type { Counted, Metric, MetricBasis, MetricId } from "#lib/metrics/metric.ts";
import { namedMetrics } from "#lib/metrics/registry.ts";
import type { Check } from "./check.ts";
import { checkMetric } from "./check-metric.ts";
import { checks } from "./registry.ts";

/**
 * metrics are all shares, in the order in which pages list them: those with a name, then one for every other check. The
 * version of each counts up with those of the checks that it rests on; of a theme, with a new check too.
 */
export const metrics: readonly Metric[] = [
  ...namedMetrics.map(ruledByChecks),
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

/** One check of version 1 adds nothing to a metric's own version. */
function ruledByChecks(metric: Metric): Metric {
  const { basis, version } = metric;
  const versions = checks.flatMap((check) => (isRestingOn(basis, check) ? [check.version] : []));
  return versions.length === 0
    ? metric
    : { ...metric, version: version - 1 + versions.reduce((sum, one) => sum + one) };
}

function isRestingOn(basis: MetricBasis, { id, theme }: Check): boolean {
  if (basis.kind === "check") return basis.checkId === id;
  return basis.kind === "theme" && basis.theme === theme;
}
