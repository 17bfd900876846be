import type { TrendDatum, TrendSeries } from "./trend-series.ts";
import { gapDays } from "./trend-series.ts";

/** DaysDatum is one day of a course in days of age; null on a day of which no age is known. */
export interface DaysDatum extends TrendDatum {
  readonly value: number | null;
}

/** DaysSeries is one line of a chart in days of age. */
export interface DaysSeries extends TrendSeries {
  readonly points: readonly DaysDatum[];
}

/** KnownDays is a day of which an age is known. */
export interface KnownDays extends DaysDatum {
  readonly value: number;
}

/** knownDays are the days of which an age is known. */
export function knownDays(points: readonly DaysDatum[]): readonly KnownDays[] {
  return points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
}

/** daysRuns cuts a course into the lines to draw: none crosses a gap or a day without an age, none both origins. */
export function daysRuns(points: readonly DaysDatum[]): readonly (readonly KnownDays[])[] {
  const known = knownDays(points);
  const limit = gapDays(points.map(({ day }) => day));
  const index = new Map(points.map(({ day }, at) => [day, at]));
  const runs: KnownDays[][] = [];
  for (const point of known) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const isNext = before !== undefined && (index.get(point.day) ?? 0) - (index.get(before.day) ?? 0) === 1;
    const distance = before === undefined ? 0 : (Date.parse(point.day) - Date.parse(before.day)) / 86_400_000;
    if (run !== undefined && before !== undefined && isNext && distance <= limit) {
      run.push(point);
      if (before.origin === point.origin) continue;
    }
    runs.push([point]);
  }
  return runs;
}

// A scale of which no reader has to reckon: its steps, and at most this many of them.
const steps = [1, 2, 5, 10, 20, 30, 60, 90, 180, 365, 730, 1_825, 3_650];
const stepsMax = 4;

/** daysScale is the marks of a scale from 0 to at least the oldest, in days. */
export function daysScale(oldest: number): readonly number[] {
  const step = steps.find((days) => days * stepsMax >= oldest) ?? Math.ceil(oldest / stepsMax);
  return Array.from({ length: Math.max(1, Math.ceil(oldest / step)) + 1 }, (_, index) => index * step);
}
