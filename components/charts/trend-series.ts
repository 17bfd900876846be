import { dayNumber } from "#lib/model/instant.ts";
import { onceForPoints } from "./once-for-points.ts";

/** TrendDatum is one day of a series in absolute counts; a day without one is a gap. */
export interface TrendDatum {
  /** A UTC day, `2026-11-22`. */
  readonly day: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  /** `backfilled` was rebuilt from history and is drawn lighter. */
  readonly origin: "observed" | "backfilled";
  readonly isRuleChange: boolean;
  /** The scan that measured it could not read everything. */
  readonly isPartial: boolean;
}

/** TrendSeries is one line of a trend chart. */
export interface TrendSeries {
  readonly id: string;
  readonly label: string;
  /** A CSS colour, from the tokens. */
  readonly color: string;
  /** What the reader compares with: drawn thin and dashed. */
  readonly isContext?: boolean;
  /** What the chart is about, beside lines that explain it: drawn stronger. */
  readonly isLead?: boolean;
  /** Lengths of dash and gap, so that lines stay apart without their colours. */
  readonly dash?: string;
  /** Filled down to nothing, as the parts of a ramp are. */
  readonly isArea?: boolean;
  readonly points: readonly TrendDatum[];
}

/** TrendGoal is a line to reach, as a share from 0 to 1, with its words: "goal 80 % by 31 Mar 2027". */
export interface TrendGoal {
  readonly share: number;
  readonly label: string;
}

/** TrendRun is a stretch of days that one line joins, all of them rebuilt or all observed. */
export interface TrendRun {
  readonly origin: TrendDatum["origin"];
  readonly points: readonly TrendDatum[];
}

/** shareOf is a datum's share from 0 to 1, or null when nothing was counted that day. */
export function shareOf(datum: Pick<TrendDatum, "numerator" | "denominator">): number | null {
  return datum.denominator === 0 ? null : datum.numerator / datum.denominator;
}

/**
 * gapDays is the distance in days above which two neighbours are not joined: half as much again as the usual distance
 * of these days (their median), so that daily, weekly and monthly series each show what they miss.
 */
export function gapDays(days: readonly string[]): number {
  const distances = days.slice(1).map((day, index) => dayNumber(day) - dayNumber(days[index] ?? day));
  const median = distances.toSorted((left, right) => left - right)[Math.floor(distances.length / 2)] ?? 1;
  return median * 1.5;
}

/**
 * trendRuns cuts a series into the lines to draw. No line crosses a gap or a day on which nothing was counted; a rebuilt
 * line goes on to the first observed day, so that the two meet at the seam.
 */
export const trendRuns = onceForPoints((points: readonly TrendDatum[]): readonly TrendRun[] => {
  const limit = gapDays(points.map(({ day }) => day));
  const runs: { readonly origin: TrendDatum["origin"]; readonly points: TrendDatum[] }[] = [];
  let before: TrendDatum | undefined;
  for (const point of points) {
    const isJoined =
      before !== undefined && before.denominator > 0 && dayNumber(point.day) - dayNumber(before.day) <= limit;
    before = point;
    if (point.denominator === 0) continue;
    const run = runs.at(-1);
    if (isJoined && run !== undefined) {
      run.points.push(point);
      if (run.origin === point.origin) continue;
    }
    runs.push({ origin: point.origin, points: [point] });
  }
  return runs;
});

/** hasGap tells whether somewhere in a series days are missing, so that its line is broken. */
export const hasGap = onceForPoints((points: readonly TrendDatum[]): boolean => {
  const limit = gapDays(points.map(({ day }) => day));
  return points.some(({ day }, index) => dayNumber(day) - dayNumber(points[index - 1]?.day ?? day) > limit);
});

/** seamDay is the first observed day after rebuilt ones; null when there is no such seam. */
export function seamDay(points: readonly TrendDatum[]): string | null {
  if (!points.some((point) => point.origin === "backfilled")) return null;
  return points.find((point) => point.origin === "observed")?.day ?? null;
}

/** firstSeam is the seam of the first series that has one; null where none has. */
export function firstSeam(series: readonly Pick<TrendSeries, "points">[]): string | null {
  return series.map(({ points }) => seamDay(points)).find((day) => day !== null) ?? null;
}

/** measuredDays are the days on which any series has a value, in order. */
export function measuredDays(series: readonly TrendSeries[]): readonly string[] {
  const days = series.flatMap(({ points }) => points.filter((point) => point.denominator > 0).map(({ day }) => day));
  return [...new Set(days)].sort();
}

/** markedDays are the days of any series on which something is to be marked, in order. */
export function markedDays(
  series: readonly TrendSeries[],
  isMarked: (point: TrendDatum) => boolean,
): readonly string[] {
  const days = series.flatMap(({ points }) => points.filter(isMarked).map(({ day }) => day));
  return [...new Set(days)].sort();
}

/** withoutRepeats leaves out each point between two equal ones: it lies on their line, and need not be sent. */
export function withoutRepeats(points: readonly TrendDatum[]): TrendDatum[] {
  const share = (index: number) => {
    const point = points[index];
    return point === undefined ? null : shareOf(point);
  };
  return points.filter((_, index) => share(index - 1) !== share(index) || share(index) !== share(index + 1));
}
