import { dayNumber } from "#lib/model/instant.ts";
import { packCounts, type ReadoutCount } from "./readout-counts.ts";
import type { TimeAxis } from "./time-axis.ts";
import type { ReadoutLine } from "./trend-readout.tsx";
import type { TrendDatum, TrendSeries } from "./trend-series.ts";

/**
 * readoutLine is a series as it is read out, day by day of an axis.
 *
 * @param firstCount what stands first in a day's counts: the numerator of a share, or a median itself.
 */
export function readoutLine<Datum extends TrendDatum>(
  { id, label, color, points }: Pick<TrendSeries, "id" | "label" | "color"> & { readonly points: readonly Datum[] },
  { from, to }: Pick<TimeAxis, "from" | "to">,
  firstCount: (point: Datum) => number,
): ReadoutLine {
  const counts: (ReadoutCount | null)[] = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, () => null);
  for (const point of points) {
    const offset = dayNumber(point.day) - dayNumber(from);
    if (offset in counts) counts[offset] = [firstCount(point), point.denominator, point.unknown];
  }
  return { id, label, color, counts: packCounts(counts) };
}
