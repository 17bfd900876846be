import type { MeasuredRepository, MetricId } from "#lib/metrics/metric.ts";
import type { Share } from "#lib/model/share.ts";
import { counted } from "./counted.ts";

/** countedShares is what a repository counts in every metric, shares or not; one that it does not count in is left out. */
export function countedShares(repository: MeasuredRepository): Readonly<Record<MetricId, Share>> {
  const shares = counted.map((metric) => [metric.id, metric.count(repository)] as const);
  return Object.fromEntries(shares.filter(([, share]) => share.denominator > 0));
}
