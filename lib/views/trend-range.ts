import { addDays, type Day, dayOf, type Instant, monthsBefore } from "#lib/model/instant.ts";

/** TrendRange is how far back charts look, as the address says it. */
export type TrendRange = "90d" | "6m" | "12m" | "18m";

/** trendRanges in the order in which pages offer them. */
export const trendRanges = ["90d", "6m", "12m", "18m"] as const satisfies readonly TrendRange[];

/** defaultTrendRange is long enough for a year's course, short enough for its last weeks to show. */
export const defaultTrendRange: TrendRange = "12m";

/** trendRangeNames is how every page names a range. */
export const trendRangeNames = {
  "90d": "90 days",
  "6m": "6 months",
  "12m": "12 months",
  "18m": "18 months",
} as const satisfies Record<TrendRange, string>;

const rangeMonths = { "6m": 6, "12m": 12, "18m": 18 } as const satisfies Record<Exclude<TrendRange, "90d">, number>;

/** rangeStart is the first day of a range that ends at `asOf`. */
export function rangeStart(range: TrendRange, asOf: Instant): Day {
  return dayOf(range === "90d" ? addDays(asOf, -90) : monthsBefore(asOf, rangeMonths[range]));
}
