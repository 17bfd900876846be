import { formatDay, formatNofN, formatNumber, formatPercent } from "#lib/format/format.ts";
import type { Day } from "#lib/model/instant.ts";
import type { TableTwin } from "./chart-figure.tsx";
import { thinCourse } from "./thin-course.ts";
import { shareOf, type TrendDatum, type TrendSeries } from "./trend-series.ts";

interface Moment {
  readonly day: Day;
  /** In the order of the series. */
  readonly points: readonly (TrendDatum | undefined)[];
  readonly note: string;
}

/**
 * trendTable is a trend's numbers, the newest day first. A day that says the same as the one before it is left out; of
 * what is still too long, the last such day of each week, or of each month, and every day that is known in another way
 * than the one before it.
 */
export function trendTable(series: readonly TrendSeries[]): TableTwin {
  const moments = momentsOf(series);
  const changed = moments.filter((moment, index) => !isRepeated(moment, moments[index - 1]));
  const { rows, step } = thinCourse(changed);
  return {
    columns: ["Since", ...series.map(({ label }) => label), "How it is known"],
    rows: rows.toReversed().map(({ day, points, note }) => ({
      id: day,
      cells: [formatDay(day), ...points.map(cellOf), note],
    })),
    ...(step === null ? {} : { note: `The last change of each ${step}.` }),
  };
}

function momentsOf(series: readonly TrendSeries[]): readonly Moment[] {
  const ofSeries = series.map(({ points }) => new Map(points.map((point) => [point.day, point])));
  const days = [...new Set(ofSeries.flatMap((points) => [...points.keys()]))].sort();
  return days.map((day) => {
    const points = ofSeries.map((byDay) => byDay.get(day));
    return { day, points, note: noteOf(points) };
  });
}

function isRepeated({ points, note }: Moment, before: Moment | undefined): boolean {
  return (
    note === before?.note &&
    points.every((point, index) => {
      const other = before.points[index];
      return (
        point?.numerator === other?.numerator &&
        point?.denominator === other?.denominator &&
        point?.unknown === other?.unknown
      );
    })
  );
}

function cellOf(point: TrendDatum | undefined): string {
  const share = point === undefined ? null : shareOf(point);
  if (point === undefined || share === null) return "–";
  const unknown = point.unknown === 0 ? "" : `, ${formatNumber(point.unknown)} unknown`;
  return `${formatPercent(share)} (${formatNofN(point)}${unknown})`;
}

function noteOf(points: Moment["points"]): string {
  const notes = [
    points.some((point) => point?.origin === "backfilled") ? "rebuilt" : "observed",
    points.some((point) => point?.isPartial) ? "partial scan" : null,
    points.some((point) => point?.isRuleChange) ? "rule changed" : null,
  ];
  return notes.filter((note) => note !== null).join(", ");
}
