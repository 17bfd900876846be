import type { Share } from "#lib/model/share.ts";
import type { MeasuredRepository, MetricId } from "./metric.ts";
import { metrics } from "./registry.ts";

/** countedShares is what a repository counts in every metric; one that it does not count in is left out. */
export function countedShares(repository: MeasuredRepository): Readonly<Record<MetricId, Share>> {
  const counted = metrics.map((metric) => [metric.id, metric.count(repository)] as const);
  return Object.fromEntries(counted.filter(([, share]) => share.denominator > 0));
}
