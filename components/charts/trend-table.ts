import { formatDay, formatNofN, formatNumber, formatPercent } from "#lib/format/format.ts";
import type { TableTwin } from "./chart-figure.tsx";
import { shareOf, type TrendDatum, type TrendSeries } from "./trend-series.ts";

/** trendTable is a trend's numbers, the newest day first. A day that says the same as the one before it is left out. */
export function trendTable(series: readonly TrendSeries[]): TableTwin {
  const ofSeries = series.map(({ points }) => new Map(points.map((point) => [point.day, point])));
  const days = [...new Set(ofSeries.flatMap((points) => [...points.keys()]))].sort();
  const rows = days.map((day) => {
    const points = ofSeries.map((byDay) => byDay.get(day));
    return { id: day, cells: [...points.map(cellOf), noteOf(points)] };
  });
  const changed = rows.filter((row, index) => row.cells.join("\n") !== rows[index - 1]?.cells.join("\n"));
  return {
    columns: ["Since", ...series.map(({ label }) => label), "How it is known"],
    rows: changed.toReversed().map(({ id, cells }) => ({ id, cells: [formatDay(id), ...cells] })),
  };
}

function cellOf(point: TrendDatum | undefined): string {
  const share = point === undefined ? null : shareOf(point);
  if (point === undefined || share === null) return "–";
  const unknown = point.unknown === 0 ? "" : `, ${formatNumber(point.unknown)} unknown`;
  return `${formatPercent(share)} (${formatNofN(point)}${unknown})`;
}

function noteOf(points: readonly (TrendDatum | undefined)[]): string {
  const notes = [
    points.some((point) => point?.origin === "backfilled") ? "rebuilt" : "observed",
    points.some((point) => point?.isPartial) ? "partial scan" : null,
    points.some((point) => point?.isRuleChange) ? "rule changed" : null,
  ];
  return notes.filter((note) => note !== null).join(", ");
}
