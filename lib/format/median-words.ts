import type { Share } from "#lib/model/share.ts";
import { formatCount, formatNumber } from "./format.ts";

/** formatMedianDays writes a median in whole days: `41 days`; a median of nothing is `no age known`. */
export function formatMedianDays(days: number | null): string {
  return days === null ? "no age known" : formatCount(Math.round(days), "day", "days");
}

/** medianInputsWords says what a median is of: `523 of 530 inputs, 7 of unknown age`. */
export function medianInputsWords({ numerator, denominator, unknown }: Share): string {
  if (unknown === 0) return formatCount(denominator, "input", "inputs");
  const known = `${formatNumber(numerator)} of ${formatCount(denominator, "input", "inputs")}`;
  return `${known}, ${formatNumber(unknown)} of unknown age`;
}

/** formatDaysChange writes how an age changed, in whole days: `12 days younger`, `1 day older`, `no change`. */
export function formatDaysChange(days: number): string {
  const whole = Math.round(days);
  if (whole === 0) return "no change";
  return `${formatCount(Math.abs(whole), "day", "days")} ${whole > 0 ? "older" : "younger"}`;
}
