import type { Metric } from "#lib/metrics/metric.ts";
import { addDays, dayOf, type Instant } from "#lib/model/instant.ts";
import type { MetricPoint } from "#lib/model/metric.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";
import type { Headline, TrendPoint } from "./shared.ts";

// "Against about a month ago": long enough for a change to show, short enough to remember.
const changeDays = 30;

/** trendOf is a metric's points in order of days, with the days marked on which its rule changed. */
export function trendOf(points: readonly MetricPoint[]): readonly TrendPoint[] {
  const sorted = points.toSorted((one, other) => one.day.localeCompare(other.day));
  return sorted.map(({ day, numerator, denominator, unknown, origin, metricVersion }, index) => {
    const before = sorted[index - 1];
    const isRuleChange = before !== undefined && before.metricVersion !== metricVersion;
    return { day, numerator, denominator, unknown, origin, isRuleChange };
  });
}

/** headlineOf is a metric today, with its past. `share` is counted now, from the same repositories as the page shows. */
export function headlineOf(
  metric: Metric,
  share: Share,
  points: readonly MetricPoint[],
  asOf: Instant,
  href: string,
): Headline {
  const trend = trendOf(points);
  const { id: metricId, label, definition } = metric;
  return { metricId, label, definition, share, change: changeOf(share, trend, asOf), trend, href };
}

/** The change against the last point that is at least a month old; null without one, or without a share to compare. */
function changeOf(share: Share, trend: readonly TrendPoint[], asOf: Instant): Headline["change"] {
  const before = trend.findLast((point) => point.day <= dayOf(addDays(asOf, -changeDays)));
  const now = shareFraction(share);
  const then = before === undefined ? null : shareFraction(before);
  if (before === undefined || now === null || then === null) return null;
  return { sinceDay: before.day, percentagePoints: (now - then) * 100 };
}
