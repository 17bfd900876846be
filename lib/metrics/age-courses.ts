import { dayNumber } from "#lib/model/instant.ts";
import type { LockedSpan } from "#lib/model/metric.ts";
import type { DailyRange, PastRepository } from "./daily-points.ts";

/** AgedRepository is one repository over time, with the days on which its inputs were locked. */
export interface AgedRepository extends Omit<PastRepository, "spans"> {
  /** In order, none overlapping another. On days that are in none, no age is known. */
  readonly locks: readonly LockedSpan[];
}

/** The key of the organization among the scopes; teams have theirs by id. */
const organization = "";

// A change is one number: the day of the range, the day of the lock, and whether it comes or goes.
const lockedDaysMax = 2 ** 15;

/**
 * AgeCourses is the median age of inputs on every day of a range, for the organization and for each team.
 *
 * On one day the order of ages is the order of the days of locking, whatever the day; so each scope keeps how many
 * inputs are locked on each day, and a day adds and takes away only what changed. Repositories are added a page at a
 * time and not kept: only their changes are, a number each.
 */
export class AgeCourses {
  readonly #range: DailyRange;
  readonly #changes: ReadonlyMap<string, number[]>;

  constructor(range: DailyRange, teamIds: readonly string[]) {
    this.#range = range;
    this.#changes = new Map([organization, ...teamIds].map((id) => [id, []]));
  }

  /** Adds what one repository counts on its eligible days of the range. */
  add({ locks, eligibleFrom, eligibleTo, teamIds }: AgedRepository): void {
    const { from, to } = this.#range;
    const start = dayNumber(from);
    const begin = Math.max(start, eligibleFrom === null ? start : dayNumber(eligibleFrom));
    const end = Math.min(dayNumber(to), eligibleTo === null ? Number.POSITIVE_INFINITY : dayNumber(eligibleTo));
    // An input that one lock has and the next one still has goes and comes on the same day, which is no change.
    const net = new Map<number, number>();
    for (const lock of locks) {
      const first = Math.max(begin, dayNumber(lock.from)) - start;
      const last = Math.min(end, dayNumber(lock.to)) - start;
      if (first >= last) continue;
      for (const day of lock.days) {
        const locked = Math.min(Math.max(day, 0), lockedDaysMax - 1);
        const [comes, goes] = [placeOf(first, locked), placeOf(last, locked)];
        net.set(comes, (net.get(comes) ?? 0) + 1);
        net.set(goes, (net.get(goes) ?? 0) - 1);
      }
    }
    const scopes = [organization, ...new Set(teamIds)].map((id) => this.#changes.get(id));
    for (const [place, by] of net) {
      const change = place * 2 + (by > 0 ? 1 : 0);
      for (let times = Math.abs(by); times > 0; times -= 1) for (const changes of scopes) changes?.push(change);
    }
  }

  /** The medians of a scope, from the first day of the range on; null on a day of which no age is known. */
  medians(teamId: string | null): readonly (number | null)[] {
    const start = dayNumber(this.#range.from);
    const days = dayNumber(this.#range.to) - start;
    const changes = Int32Array.from(this.#changes.get(teamId ?? organization) ?? []).sort();
    const locked = new CountedDays();
    let next = 0;
    return Array.from({ length: Math.max(0, days) }, (_, day) => {
      for (; next < changes.length && dayIn(changes[next] ?? 0) <= day; next += 1) {
        const change = changes[next] ?? 0;
        locked.change(lockedIn(change), change % 2 === 1 ? 1 : -1);
      }
      return locked.medianAge(start + day);
    });
  }
}

function placeOf(day: number, locked: number): number {
  return day * lockedDaysMax + locked;
}

function dayIn(change: number): number {
  return Math.floor(change / (2 * lockedDaysMax));
}

function lockedIn(change: number): number {
  return Math.floor(change / 2) % lockedDaysMax;
}

/** CountedDays is how many inputs are locked on each day, as a Fenwick tree: a change and a median take 15 steps. */
class CountedDays {
  readonly #sums = new Int32Array(lockedDaysMax + 1);
  #total = 0;

  change(day: number, by: 1 | -1): void {
    this.#total += by;
    for (let at = day + 1; at <= lockedDaysMax; at += at & -at) this.#sums[at] = (this.#sums[at] ?? 0) + by;
  }

  medianAge(today: number): number | null {
    if (this.#total === 0) return null;
    const age = (rank: number) => Math.max(0, today - this.#dayOfRank(rank));
    return (age(Math.floor((this.#total - 1) / 2)) + age(Math.floor(this.#total / 2))) / 2;
  }

  /** The day on which the input of a rank was locked, the oldest having rank 0. */
  #dayOfRank(rank: number): number {
    let day = 0;
    let before = 0;
    for (let step = lockedDaysMax; step >= 1; step /= 2) {
      const sum = before + (this.#sums[day + step] ?? 0);
      if (day + step > lockedDaysMax || sum > rank) continue;
      day += step;
      before = sum;
    }
    return day;
  }
}
