import type { Day } from "#lib/model/instant.ts";
import { dayAt, dayNumber } from "#lib/model/instant.ts";
import type { MeasuredSpan, MetricPoint, MetricScope } from "#lib/model/metric.ts";
import type { Share } from "#lib/model/share.ts";
import { type Counted, type MetricId, nothing, unread } from "./metric.ts";

/** PastRepository is one repository over time. Days on which nothing is known of it are in no span. */
export interface PastRepository {
  /** In order, none overlapping another. */
  readonly spans: readonly MeasuredSpan[];
  /** It counted from this day; null when it always has. */
  readonly eligibleFrom: Day | null;
  /** It counted until before this day; null while it still does. */
  readonly eligibleTo: Day | null;
  /** The teams in whose number it counts, each once. */
  readonly teamIds: Iterable<string>;
}

/** DailyRange is the days to count, from `from` until before `to`. */
export interface DailyRange {
  readonly from: Day;
  readonly to: Day;
}

/** DailyPoint is a point of one scope, of which only the origin is not said here. */
export type DailyPoint = Omit<MetricPoint, "origin"> & { readonly scope: MetricScope };

/**
 * dailyPoints counts every metric for every day of a range, for the organization and for each team.
 *
 * A day counts the repositories that were eligible on it. One of which nothing is known on that day counts as one that
 * could not be read: unknown where the metric says so, never zero.
 *
 * Each span is added where it begins and taken away where it ends, so that the work grows with what changed and not
 * with the days: 2,000 repositories over 18 months take well under a second a metric.
 */
export function* dailyPoints(
  metric: Counted,
  repositories: readonly PastRepository[],
  teamIds: readonly string[],
  range: DailyRange,
): Generator<DailyPoint> {
  const days = dayNumber(range.to) - dayNumber(range.from);
  if (days <= 0) return;
  const organization = new Changes(days);
  const teams = new Map(teamIds.map((teamId) => [teamId, new Changes(days)]));
  const ofUnread = metric.count(unread);
  for (const repository of repositories) {
    const ofTeams = [...repository.teamIds].flatMap((teamId) => teams.get(teamId) ?? []);
    for (const { from, to, share } of sharesOf(repository, metric.id, ofUnread, range)) {
      for (const changes of [organization, ...ofTeams]) changes.add(from, to, share);
    }
  }
  yield* pointsOf(metric, { kind: "organization" }, organization, range);
  for (const [teamId, changes] of teams) yield* pointsOf(metric, { kind: "team", teamId }, changes, range);
}

/** Days are counted from the first of the range; `to` is exclusive. */
interface SharedDays {
  readonly from: number;
  readonly to: number;
  readonly share: Share;
}

/** What a repository counts in a metric, day by day without a hole, within its eligible days of the range. */
function* sharesOf(
  { spans, eligibleFrom, eligibleTo }: PastRepository,
  metricId: MetricId,
  ofUnread: Share,
  range: DailyRange,
): Generator<SharedDays> {
  const first = dayNumber(range.from);
  const begin = Math.max(0, eligibleFrom === null ? 0 : dayNumber(eligibleFrom) - first);
  const end =
    Math.min(dayNumber(range.to), eligibleTo === null ? Number.POSITIVE_INFINITY : dayNumber(eligibleTo)) - first;
  let counted = begin;
  for (const { from, to, shares } of spans) {
    const start = Math.max(counted, dayNumber(from) - first);
    const stop = Math.min(end, dayNumber(to) - first);
    if (stop <= start) continue;
    if (start > counted) yield { from: counted, to: start, share: ofUnread };
    yield { from: start, to: stop, share: shares[metricId] ?? nothing };
    counted = stop;
  }
  if (end > counted) yield { from: counted, to: end, share: ofUnread };
}

/** Changes is a share over the days, kept as what each day adds to the one before. */
class Changes {
  readonly #numerator: Int32Array;
  readonly #denominator: Int32Array;
  readonly #unknown: Int32Array;

  constructor(days: number) {
    this.#numerator = new Int32Array(days + 1);
    this.#denominator = new Int32Array(days + 1);
    this.#unknown = new Int32Array(days + 1);
  }

  add(from: number, to: number, { numerator, denominator, unknown }: Share): void {
    change(this.#numerator, from, to, numerator);
    change(this.#denominator, from, to, denominator);
    change(this.#unknown, from, to, unknown);
  }

  *shares(): Generator<Share> {
    let share = nothing;
    for (let day = 0; day < this.#numerator.length - 1; day += 1) {
      share = {
        numerator: share.numerator + (this.#numerator[day] ?? 0),
        denominator: share.denominator + (this.#denominator[day] ?? 0),
        unknown: share.unknown + (this.#unknown[day] ?? 0),
      };
      yield share;
    }
  }
}

function change(values: Int32Array, from: number, to: number, by: number): void {
  values[from] = (values[from] ?? 0) + by;
  values[to] = (values[to] ?? 0) - by;
}

function* pointsOf(metric: Counted, scope: MetricScope, changes: Changes, range: DailyRange): Generator<DailyPoint> {
  let number = dayNumber(range.from);
  for (const share of changes.shares()) {
    yield { scope, metricId: metric.id, metricVersion: metric.version, day: dayAt(number), ...share, value: null };
    number += 1;
  }
}
