import { formatDay, formatNofN, formatNumber, formatPercent } from "#lib/format/format.ts";
import { shareOf, type TrendDatum, type TrendSeries } from "./trend-series.ts";

// Of more lines than these nobody reads a sentence each.
const sentencesMax = 2;

/** chartSummary says several series in words: a few in a sentence each, many in one sentence with their ends only. */
export function chartSummary(series: readonly TrendSeries[]): string {
  if (series.length <= sentencesMax) return series.map(trendSummary).join(" ");
  const ends = series.flatMap(({ label, points }) => {
    const measured = points.filter((point) => point.denominator > 0);
    const [first, last] = [measured[0], measured.at(-1)];
    return first && last ? [{ label, first, last }] : [];
  });
  const days = ends.flatMap(({ first, last }) => [first.day, last.day]).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return "No day has been measured yet.";
  const courses = ends.map(({ label, first, last }) => `${label} ${endWords(first, last)}`);
  return from === to
    ? `On ${formatDay(to)}: ${courses.join(", ")}.`
    : `From ${formatDay(from)} to ${formatDay(to)}: ${courses.join(", ")}.`;
}

function endWords(first: TrendDatum, last: TrendDatum): string {
  const before = first.day === last.day ? "" : `${formatPercent(fractionOf(first))} to `;
  return `${before}${words(last)}`;
}

/** trendSummary says in one sentence where a series began, where it stands, its highest and lowest, and how the whole changed. */
export function trendSummary(series: Pick<TrendSeries, "label" | "points">): string {
  const points = series.points.filter((point) => point.denominator > 0);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${series.label}: no day has been measured yet.`;
  if (points.length === 1)
    return `${series.label}: ${words(first)} on ${formatDay(first.day)}, the only day measured so far.`;
  return `${series.label} ${course(first, last)}${extremes(points, first, last)}${wholeChange(first, last)}.`;
}

function course(first: TrendDatum, last: TrendDatum): string {
  const change = Math.sign(fractionOf(last) - fractionOf(first));
  const days = [formatDay(first.day), formatDay(last.day)];
  if (change === 0) return `stands where it was: ${words(first)} on ${days[0]}, ${words(last)} on ${days[1]}`;
  return `${change > 0 ? "rose" : "fell"} from ${words(first)} on ${days[0]} to ${words(last)} on ${days[1]}`;
}

function extremes(points: readonly TrendDatum[], first: TrendDatum, last: TrendDatum): string {
  const byShare = points.toSorted((left, right) => fractionOf(left) - fractionOf(right));
  const [lowest, highest] = [byShare[0] ?? first, byShare.at(-1) ?? last];
  const ends = [fractionOf(first), fractionOf(last)];
  const isInside = fractionOf(highest) > Math.max(...ends) || fractionOf(lowest) < Math.min(...ends);
  if (!isInside) return "";
  return `; highest ${formatPercent(fractionOf(highest))} on ${formatDay(highest.day)}, lowest ${formatPercent(fractionOf(lowest))} on ${formatDay(lowest.day)}`;
}

/** A share may move because the whole does: that is said, not left to the reader to find. */
function wholeChange(first: TrendDatum, last: TrendDatum): string {
  const [before, after] = [first.denominator, last.denominator];
  if (before === after) return "";
  return `; the whole ${after > before ? "grew" : "shrank"} from ${formatNumber(before)} to ${formatNumber(after)}`;
}

function fractionOf(point: TrendDatum): number {
  return shareOf(point) ?? 0;
}

/** What is unknown is told with the counts: a share that rises because it became known is no progress. */
function words(point: TrendDatum): string {
  const unknown = point.unknown === 0 ? "" : `, ${formatNumber(point.unknown)} unknown`;
  return `${formatPercent(fractionOf(point))} (${formatNofN(point)}${unknown})`;
}
