import { formatDay } from "#lib/format/format.ts";
import { formatMedianDays, medianInputsWords } from "#lib/format/median-words.ts";
import type { TableTwin } from "./chart-figure.tsx";
import { thinCourse } from "./thin-course.ts";
import { gapDays, type TrendDatum } from "./trend-series.ts";

/** DaysDatum is one day of a course in days of age; null on a day of which no age is known. */
export interface DaysDatum extends Omit<TrendDatum, "isRuleChange"> {
  readonly value: number | null;
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

/** daysSummary says in one sentence where a course began and where it stands, in days. */
export function daysSummary(label: string, points: readonly DaysDatum[]): string {
  const known = knownDays(points);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${label}: no day has been measured yet.`;
  const end = `${formatMedianDays(last.value)} (${medianInputsWords(last)}) on ${formatDay(last.day)}`;
  if (known.length === 1) return `${label}: ${end}, the only day measured so far.`;
  const change = Math.sign(Math.round(last.value) - Math.round(first.value));
  const start = `${formatMedianDays(first.value)} on ${formatDay(first.day)}`;
  if (change === 0) return `${label} stands where it was: ${start}, ${end}.`;
  return `${label} ${change > 0 ? "rose" : "fell"} from ${start} to ${end}.`;
}

/**
 * daysTable is a course's numbers, the newest day first; a day that says the same as the one before it is left out, and of
 * what is still too long all but the last day of each week or month, see `thinCourse`.
 */
export function daysTable(points: readonly DaysDatum[]): TableTwin {
  const all = points.map((point) => ({
    day: point.day,
    words: [point.value === null ? "–" : formatMedianDays(point.value), medianInputsWords(point)],
    note: `${point.origin === "backfilled" ? "rebuilt" : "observed"}${point.isPartial ? ", partial scan" : ""}`,
  }));
  const changed = all.filter((row, at) => saidIn(row) !== saidIn(all[at - 1]));
  const { rows, step } = thinCourse(changed);
  return {
    columns: ["Since", "Median", "Of", "How it is known"],
    rows: rows.toReversed().map(({ day, words, note }) => ({ id: day, cells: [formatDay(day), ...words, note] })),
    ...(step === null ? {} : { note: `The last change of each ${step}.` }),
  };
}

function saidIn(row: { readonly words: readonly string[]; readonly note: string } | undefined): string | undefined {
  return row && [...row.words, row.note].join("\n");
}
