/**
 * Instant is a moment in UTC, written as `Date.prototype.toISOString` writes it (`2026-11-22T00:00:00.000Z`).
 * Moments cross room borders in this form and never as `Date`, so that every value is plain JSON.
 */
export type Instant = string;

/** Day is a calendar day in UTC, written `2026-11-22`. */
export type Day = string;

const dayMs = 86_400_000;

/** instantFromUnixSeconds turns Unix **seconds**, as Git and Nix write them, into an Instant. */
export function instantFromUnixSeconds(seconds: number): Instant {
  return new Date(seconds * 1000).toISOString();
}

/**
 * parseInstant reads any ISO 8601 moment (`2026-11-22T00:00:00Z`, with or without milliseconds or offset).
 *
 * @returns the moment in canonical form, or undefined when the text is not a moment.
 */
export function parseInstant(text: string): Instant | undefined {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

/** dayOf is the UTC calendar day in which `instant` lies. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}

/** dayNumber counts days from 1970-01-01, so that days can be reckoned with. */
export function dayNumber(day: Day): number {
  return Date.parse(day) / dayMs;
}

/** dayAt is the day of a number that dayNumber gave. */
export function dayAt(number: number): Day {
  return dayOf(new Date(number * dayMs).toISOString());
}

/** endOfDay is the last millisecond of a day: the moment for which a day of the past is judged. */
export function endOfDay(day: Day): Instant {
  return `${day}T23:59:59.999Z`;
}

/** monthsBefore is midnight of the day that lies so many months before `instant`. */
export function monthsBefore(instant: Instant, months: number): Instant {
  const date = new Date(instant);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate())).toISOString();
}

/** daysBetween is the number of whole days from `earlier` to `later`, rounded down; negative when `later` lies before. */
export function daysBetween(earlier: Instant, later: Instant): number {
  return Math.floor((Date.parse(later) - Date.parse(earlier)) / dayMs);
}

/** addDays moves `instant` by `days` of 24 hours; negative goes back. */
export function addDays(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) + days * dayMs).toISOString();
}
