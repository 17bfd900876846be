import { formatDay } from "#lib/format/format.ts";
import { formatMedianDays, medianInputsWords } from "#lib/format/median-words.ts";
import type { TableTwin } from "./chart-figure.tsx";
import { courseTable } from "./course-table.ts";
import { type DaysDatum, type DaysSeries, type KnownDays, knownDays } from "./days-series.ts";

// Of more lines than these nobody reads a sentence each.
const sentencesMax = 2;

/** daysSummary says where courses in days began and where they stand: a few in a sentence each, many in one sentence. */
export function daysSummary(series: readonly Pick<DaysSeries, "label" | "points">[]): string {
  if (series.length <= sentencesMax) return series.map(oneSummary).join(" ");
  const ends = series.flatMap(({ label, points }) => {
    const known = knownDays(points);
    const [first, last] = [known[0], known.at(-1)];
    return first && last ? [{ label, first, last }] : [];
  });
  const days = ends.flatMap(({ first, last }) => [first.day, last.day]).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return "No day has been measured yet.";
  const courses = ends.map(({ label, first, last }) => `${label} ${endWords(first, last)}`).join("; ");
  return from === to ? `On ${formatDay(to)}: ${courses}.` : `From ${formatDay(from)} to ${formatDay(to)}: ${courses}.`;
}

function endWords(first: KnownDays, last: KnownDays): string {
  const before = first.day === last.day ? "" : `${formatMedianDays(first.value)} to `;
  return `${before}${words(last)}`;
}

function oneSummary({ label, points }: Pick<DaysSeries, "label" | "points">): string {
  const known = knownDays(points);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${label}: no day has been measured yet.`;
  const end = `${words(last)} on ${formatDay(last.day)}`;
  if (known.length === 1) return `${label}: ${end}, the only day measured so far.`;
  const change = Math.sign(Math.round(last.value) - Math.round(first.value));
  const start = `${formatMedianDays(first.value)} on ${formatDay(first.day)}`;
  if (change === 0) return `${label} stands where it was: ${start}, ${end}.`;
  return `${label} ${change > 0 ? "rose" : "fell"} from ${start} to ${end}.`;
}

function words(point: DaysDatum): string {
  return `${formatMedianDays(point.value)} (${medianInputsWords(point)})`;
}

/** daysTable is the numbers of courses in days, the newest day first; see `courseTable` for the days that it leaves out. */
export function daysTable(series: readonly Pick<DaysSeries, "label" | "points">[]): TableTwin {
  return courseTable(series, cellOf, (one, other) => cellOf(one) === cellOf(other));
}

function cellOf(point: DaysDatum | undefined): string {
  return point === undefined || point.denominator === 0 ? "–" : words(point);
}
