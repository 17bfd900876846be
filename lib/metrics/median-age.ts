import type { Day } from "#lib/model/instant.ts";
import { dayNumber } from "#lib/model/instant.ts";
import { median } from "./median.ts";
import type { MeasuredRepository } from "./metric.ts";

/**
 * agesOn are the ages in whole days, on a day, of what was locked on these days (`dayNumber`); a lock that is a clock's
 * error ahead counts as 0.
 */
export function agesOn(lockedDays: readonly number[], day: Day): readonly number[] {
  const today = dayNumber(day);
  return lockedDays.map((locked) => Math.max(0, today - locked));
}

/**
 * medianInputAgeDays is the median age on a day of the direct inputs of all eligible repositories that were read, in
 * days; null where no age is known. Inputs of unknown age are left out, and counted apart by `medianInputAge`.
 */
export function medianInputAgeDays(
  repositories: Iterable<Pick<MeasuredRepository, "isEligible" | "isRead" | "tally">>,
  day: Day,
): number | null {
  const locked: number[] = [];
  for (const { isEligible, isRead, tally } of repositories) {
    if (isEligible && isRead && tally !== null) locked.push(...tally.inputLockedDays);
  }
  return median(agesOn(locked, day));
}
