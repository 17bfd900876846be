import { formatDay, formatNofN, formatPercent } from "#lib/format/format.ts";

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
}

/** TrendSeries is one line of a trend chart. */
export interface TrendSeries {
  readonly id: string;
  readonly label: string;
  /** A CSS colour, from the tokens. */
  readonly color: string;
  /** What the reader compares with: drawn thin and dashed. */
  readonly isContext?: boolean;
  readonly points: readonly TrendDatum[];
}

/** TrendRow is one day of all series, as the plot takes it: percents by series, or null. */
export interface TrendRow {
  readonly timeMs: number;
  readonly day: string | null;
  readonly percents: Readonly<Record<string, number | null>>;
}

const dayMs = 86_400_000;

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** percentOf is a datum's share in percent, or null when nothing was counted that day. */
export function percentOf(datum: Pick<TrendDatum, "numerator" | "denominator">): number | null {
  return datum.denominator === 0 ? null : (datum.numerator / datum.denominator) * 100;
}

/** lineKey names one line of the plot: a series has one for what was observed and one for what was rebuilt. */
export function lineKey(series: Pick<TrendSeries, "id">, origin: TrendDatum["origin"]): string {
  return `${series.id} ${origin}`;
}

/**
 * gapDays is the distance in days above which two neighbours are not joined: half as much again as the usual distance
 * of these days (their median), so that daily, weekly and monthly series each show what they miss.
 */
export function gapDays(days: readonly string[]): number {
  const distances = days.slice(1).map((day, index) => (timeOf(day) - timeOf(days[index] ?? day)) / dayMs);
  const median = distances.toSorted((left, right) => left - right)[Math.floor(distances.length / 2)] ?? 1;
  return median * 1.5;
}

/**
 * trendRows lays series side by side by day, and puts an empty row into every gap so that no line crosses it. The first
 * observed day also ends the rebuilt line, so that the two meet at the seam.
 */
export function trendRows(series: readonly TrendSeries[]): readonly TrendRow[] {
  const rows = new Map<string, Map<string, number | null>>();
  for (const each of series) {
    const seam = seamDay(each.points);
    for (const point of each.points) {
      const row = rows.get(point.day) ?? new Map<string, number | null>();
      rows.set(point.day, row);
      row.set(lineKey(each, point.origin), percentOf(point));
      if (point.day === seam) row.set(lineKey(each, "backfilled"), percentOf(point));
    }
  }
  const days = [...rows.keys()].sort();
  const limit = gapDays(days);
  return days.flatMap((day, index) => {
    const row: TrendRow = { timeMs: timeOf(day), day, percents: Object.fromEntries(rows.get(day) ?? []) };
    const next = days[index + 1];
    if (next === undefined || (timeOf(next) - row.timeMs) / dayMs <= limit) return [row];
    return [row, { timeMs: row.timeMs + dayMs / 2, day: null, percents: {} }];
  });
}

/** seamDay is the first observed day after rebuilt ones; null when there is no such seam. */
export function seamDay(points: readonly TrendDatum[]): string | null {
  if (!points.some((point) => point.origin === "backfilled")) return null;
  return points.find((point) => point.origin === "observed")?.day ?? null;
}

/** ruleChangeDays are the days on which the rule behind any of the series changed. */
export function ruleChangeDays(series: readonly TrendSeries[]): readonly string[] {
  const days = series.flatMap((each) => each.points.filter((point) => point.isRuleChange).map((point) => point.day));
  return [...new Set(days)].sort();
}

/** observedDays counts the days on which any series has a value. */
export function observedDays(series: readonly TrendSeries[]): number {
  const days = series.flatMap((each) => each.points.filter((point) => point.denominator > 0).map((point) => point.day));
  return new Set(days).size;
}

/** trendSummary says in one sentence where a series began, where it stands, and its highest and lowest. */
export function trendSummary(series: TrendSeries): string {
  const points = series.points.filter((point) => point.denominator > 0);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${series.label}: no day has been measured yet.`;
  if (points.length === 1)
    return `${series.label}: ${words(first)} on ${formatDay(first.day)}, the only day measured so far.`;

  const byShare = points.toSorted((left, right) => fractionOf(left) - fractionOf(right));
  const [lowest, highest] = [byShare[0] ?? first, byShare.at(-1) ?? last];
  const change = Math.sign(fractionOf(last) - fractionOf(first));
  const verb = change === 0 ? "stands where it was" : change > 0 ? "rose" : "fell";
  const course =
    change === 0
      ? `${verb}: ${words(last)} on ${formatDay(first.day)} and on ${formatDay(last.day)}`
      : `${verb} from ${words(first)} on ${formatDay(first.day)} to ${words(last)} on ${formatDay(last.day)}`;
  const isExtremeInside = fractionOf(highest) > fractionOf(last) || fractionOf(lowest) < fractionOf(first);
  const extremes = isExtremeInside
    ? `; highest ${formatPercent(fractionOf(highest))} on ${formatDay(highest.day)}, lowest ${formatPercent(fractionOf(lowest))} on ${formatDay(lowest.day)}`
    : "";
  return `${series.label} ${course}${extremes}.`;
}

function fractionOf(point: TrendDatum): number {
  return point.denominator === 0 ? 0 : point.numerator / point.denominator;
}

function words(point: TrendDatum): string {
  return `${formatPercent(fractionOf(point))} (${formatNofN(point)})`;
}
