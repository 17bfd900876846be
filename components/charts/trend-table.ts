import { formatNofN, formatNumber, formatPercent } from "#lib/format/format.ts";
import type { TableTwin } from "./chart-figure.tsx";
import { courseTable } from "./course-table.ts";
import { shareOf, type TrendDatum, type TrendSeries } from "./trend-series.ts";

/** trendTable is the numbers of a trend of shares, the newest day first; see `courseTable` for the days that it leaves out. */
export function trendTable(series: readonly TrendSeries[]): TableTwin {
  return courseTable(series, cellOf, isSame);
}

function isSame(one: TrendDatum | undefined, other: TrendDatum | undefined): boolean {
  return (
    one?.numerator === other?.numerator && one?.denominator === other?.denominator && one?.unknown === other?.unknown
  );
}

function cellOf(point: TrendDatum | undefined): string {
  const share = point === undefined ? null : shareOf(point);
  if (point === undefined || share === null) return "–";
  const unknown = point.unknown === 0 ? "" : `, ${formatNumber(point.unknown)} unknown`;
  return `${formatPercent(share)} (${formatNofN(point)}${unknown})`;
}
