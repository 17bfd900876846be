import type { Instant } from "#lib/model/instant.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";

// A no-break space, so that a number never parts from its unit.
const space = "\u00a0";
// A format is costly to make, and pages write thousands of numbers and days.
const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const wholeNumber = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** formatNumber writes a whole number with thousands apart: `1,204`. */
export function formatNumber(value: number): string {
  return wholeNumber.format(value);
}

/** formatCount writes a count with its noun: `1 repository`, `48 repositories`. */
export function formatCount(count: number, one: string, many: string): string {
  return `${formatNumber(count)}${space}${count === 1 ? one : many}`;
}

/**
 * formatPercent writes a fraction (0 to 1) as a whole percent. What is not nothing is never written as 0 %, and what
 * is not everything never as 100 %: `<1 %`, `>99 %`.
 */
export function formatPercent(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  if (rounded === 0 && fraction > 0) return `<1${space}%`;
  if (rounded === 100 && fraction < 1) return `>99${space}%`;
  return `${rounded}${space}%`;
}

/** formatShare writes `40 % (48 of 120)`; a share of nothing is `none of 0`, never 0 %. */
export function formatShare(share: Share): string {
  const fraction = shareFraction(share);
  if (fraction === null) return "none of 0";
  return `${formatPercent(fraction)} (${formatNofN(share)})`;
}

/** formatNofN writes `48 of 120`. */
export function formatNofN(share: Share): string {
  return `${formatNumber(share.numerator)} of ${formatNumber(share.denominator)}`;
}

/** formatPoints writes a change in percentage points with its sign: `+5 points`, `−1 point`, `no change`. */
export function formatPoints(percentagePoints: number): string {
  const rounded = Math.round(percentagePoints);
  if (rounded === 0) return percentagePoints === 0 ? "no change" : "under 1 point";
  const sign = rounded > 0 ? "+" : "\u2212";
  return `${sign}${Math.abs(rounded)}${space}${Math.abs(rounded) === 1 ? "point" : "points"}`;
}

/** formatAgeDays writes an age in days up to 90, then in months of 30.44 days: `1 day`, `90 days`, `5 months`. */
export function formatAgeDays(days: number): string {
  const whole = Math.floor(days);
  if (whole <= 90) return formatCount(whole, "day", "days");
  return formatCount(Math.round(whole / 30.44), "month", "months");
}

/** formatUtc writes a moment to the minute: `2026-11-22 03:12 UTC`. */
export function formatUtc(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

/** formatDay writes a UTC day for people: `22 Nov 2026`. Takes a day or a moment. */
export function formatDay(day: string): string {
  return dayFormat.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

const minuteMs = 60_000;
const dayMinutes = 1440;

/**
 * formatRelative says how far `instant` lies from `nowMs` (milliseconds): `just now`, `12 minutes ago`, `5 hours ago`,
 * `12 days ago` up to 90 days, then months; `in 3 hours` for what is to come.
 */
export function formatRelative(instant: Instant, nowMs: number): string {
  const minutes = (nowMs - Date.parse(instant)) / minuteMs;
  const distance = Math.abs(minutes);
  if (distance < 1) return "just now";
  const words =
    distance < 60
      ? formatCount(Math.floor(distance), "minute", "minutes")
      : distance < dayMinutes
        ? formatCount(Math.floor(distance / 60), "hour", "hours")
        : formatAgeDays(distance / dayMinutes);
  return minutes < 0 ? `in ${words}` : `${words} ago`;
}
