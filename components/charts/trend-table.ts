import { formatDay, formatNofN, formatNumber, formatPercent } from "#lib/format/format.ts";
import { type Day, dayNumber } from "#lib/model/instant.ts";
import type { TableTwin } from "./chart-figure.tsx";
import { shareOf, type TrendDatum, type TrendSeries } from "./trend-series.ts";

// More rows than a person reads; the table of a course of many months would be the larger part of its page.
const rowsMax = 31;
// Below half a year a week is a step that shows, above it a month.
const weeklyDaysMax = 185;

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
  const isWhole = changed.length <= rowsMax;
  const isWeekly = dayNumber(moments.at(-1)?.day ?? "") - dayNumber(moments[0]?.day ?? "") <= weeklyDaysMax;
  const periodOf = isWeekly ? weekOf : monthOf;
  const shown = changed.filter(({ day, note }, index) => {
    const [before, after] = [changed[index - 1], changed[index + 1]];
    return isWhole || after === undefined || periodOf(after.day) !== periodOf(day) || note !== before?.note;
  });
  return {
    columns: ["Since", ...series.map(({ label }) => label), "How it is known"],
    rows: shown.toReversed().map(({ day, points, note }) => ({
      id: day,
      cells: [formatDay(day), ...points.map(cellOf), note],
    })),
    ...(isWhole ? {} : { note: `The last change of each ${isWeekly ? "week" : "month"}.` }),
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

/** Weeks begin on Monday; the first of January 1970 was a Thursday. */
function weekOf(day: Day): number {
  return Math.floor((dayNumber(day) + 3) / 7);
}

function monthOf(day: Day): string {
  return day.slice(0, 7);
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
