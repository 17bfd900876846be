import type { Day } from "#lib/model/instant.ts";
import { dayAt, dayNumber } from "#lib/model/instant.ts";
import type { MeasuredSpan, MetricPoint, MetricScope } from "#lib/model/metric.ts";
import type { Share } from "#lib/model/share.ts";
import { type Counted, nothing, unread } from "./metric.ts";

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

/** DailyCounts is what repositories count on each day of a range, added up as they come. */
export interface DailyCounts {
  add(repository: PastRepository): void;
  /** The points of one of its metrics, for the organization and for each team, in the order of the days. */
  points(metric: Counted): Generator<DailyPoint>;
}

/**
 * createDailyCounts counts metrics for every day of a range, for the organization and for each team. No repository is
 * kept, so that ten thousand of them may come page by page.
 *
 * A day counts the repositories that were eligible on it. One of which nothing is known on that day counts as one that
 * could not be read: unknown where the metric says so, never zero.
 *
 * Each span is added where it begins and taken away where it ends, so that the work grows with what changed and not
 * with the days: 2,000 repositories over 18 months take well under a second a metric.
 */
export function createDailyCounts(
  metrics: readonly Counted[],
  teamIds: readonly string[],
  range: DailyRange,
): DailyCounts {
  const days = Math.max(0, dayNumber(range.to) - dayNumber(range.from));
  const ofMetrics = metrics.map((metric) => {
    const teams = new Map(teamIds.map((teamId) => [teamId, new Changes(days)]));
    return { metric, ofUnread: metric.count(unread), organization: new Changes(days), teams };
  });
  return {
    add(repository) {
      const known = [...knownDays(repository, range)];
      const ofTeams = [...repository.teamIds];
      for (const { metric, ofUnread, organization, teams } of ofMetrics) {
        const scopes = [organization, ...ofTeams.flatMap((teamId) => teams.get(teamId) ?? [])];
        for (const { from, to, shares } of known) {
          const share = shares === null ? ofUnread : (shares[metric.id] ?? nothing);
          for (const changes of scopes) changes.add(from, to, share);
        }
      }
    },
    *points(wanted) {
      const counted = ofMetrics.find(({ metric }) => metric.id === wanted.id);
      if (counted === undefined) return;
      yield* pointsOf(wanted, { kind: "organization" }, counted.organization, range);
      for (const [teamId, changes] of counted.teams) yield* pointsOf(wanted, { kind: "team", teamId }, changes, range);
    },
  };
}

/** Days are counted from the first of the range; `to` is exclusive. `shares` is null where nothing is known. */
interface KnownDays {
  readonly from: number;
  readonly to: number;
  readonly shares: MeasuredSpan["shares"] | null;
}

/** What is known of a repository, day by day without a hole, within its eligible days of the range. */
function* knownDays({ spans, eligibleFrom, eligibleTo }: PastRepository, range: DailyRange): Generator<KnownDays> {
  const first = dayNumber(range.from);
  const begin = Math.max(0, eligibleFrom === null ? 0 : dayNumber(eligibleFrom) - first);
  const end =
    Math.min(dayNumber(range.to), eligibleTo === null ? Number.POSITIVE_INFINITY : dayNumber(eligibleTo)) - first;
  let counted = begin;
  for (const { from, to, shares } of spans) {
    const start = Math.max(counted, dayNumber(from) - first);
    const stop = Math.min(end, dayNumber(to) - first);
    if (stop <= start) continue;
    if (start > counted) yield { from: counted, to: start, shares: null };
    yield { from: start, to: stop, shares };
    counted = stop;
  }
  if (end > counted) yield { from: counted, to: end, shares: null };
}

/**
 * Changes is a share over the days, kept as what each day adds to the one before: numerator, denominator, unknown. Of two
 * hundred teams, each metric and five hundred days that is the most of a roll-up's memory, so that a number takes two
 * bytes until one does not fit.
 */
class Changes {
  readonly #days: number;
  // Made when the first count comes: of many teams and metrics there is none.
  #changes: Int16Array | Int32Array | null = null;

  constructor(days: number) {
    this.#days = days;
  }

  add(from: number, to: number, share: Share): void {
    if (share.denominator === 0 && share.numerator === 0 && share.unknown === 0) return;
    this.#change(from, share, 1);
    this.#change(to, share, -1);
  }

  #change(day: number, { numerator, denominator, unknown }: Share, sign: 1 | -1): void {
    const at = 3 * day;
    this.#addTo(at, sign * numerator);
    this.#addTo(at + 1, sign * denominator);
    this.#addTo(at + 2, sign * unknown);
  }

  #addTo(at: number, by: number): void {
    this.#changes ??= new Int16Array(3 * (this.#days + 1));
    const sum = (this.#changes[at] ?? 0) + by;
    if (Math.abs(sum) > int16Max) this.#changes = Int32Array.from(this.#changes);
    this.#changes[at] = sum;
  }

  *shares(): Generator<Share> {
    let share = nothing;
    const changes = this.#changes;
    for (let at = 0; at < 3 * this.#days; at += 3) {
      if (changes !== null) {
        share = {
          numerator: share.numerator + (changes[at] ?? 0),
          denominator: share.denominator + (changes[at + 1] ?? 0),
          unknown: share.unknown + (changes[at + 2] ?? 0),
        };
      }
      yield share;
    }
  }
}

const int16Max = 2 ** 15 - 1;

function* pointsOf(metric: Counted, scope: MetricScope, changes: Changes, range: DailyRange): Generator<DailyPoint> {
  let number = dayNumber(range.from);
  for (const share of changes.shares()) {
    yield { scope, metricId: metric.id, metricVersion: metric.version, day: dayAt(number), ...share, value: null };
    number += 1;
  }
}
