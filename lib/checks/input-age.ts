import type { InputFacts } from "#lib/model/flake.ts";
import { daysBetween, type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";

/**
 * inputAgeDays is the age of an input at `asOf`, as `inputAgeDaysAt` counts it.
 * Unknown without lock, node or `lastModified`.
 */
export function inputAgeDays(input: InputFacts, asOf: Instant): Observed<number> {
  if (!input.node.known) return input.node;
  const lastModified = input.locked?.lastModified ?? unknown("no-last-modified");
  return lastModified.known ? inputAgeDaysAt(instantFromUnixSeconds(lastModified.value), asOf) : lastModified;
}

/**
 * inputAgeDaysAt is the number of whole days from a lock node's `lastModified` to `asOf`, rounded down.
 *
 * Unknown when the lock is over a day ahead of `asOf`; a few hours ahead are clocks that differ and count as 0.
 * Source: Nix, src/libflake/lockfile.cc (attribute `lastModified`, Unix seconds).
 */
export function inputAgeDaysAt(lastModifiedAt: Instant, asOf: Instant): Observed<number> {
  return ageOfDays(daysBetween(lastModifiedAt, asOf));
}

/**
 * inputAgeDaysOfSeconds is the same of a moment in Unix seconds, for tens of thousands of them at once: nothing is
 * written out as text and read again.
 *
 * @param asOfMs milliseconds since 1970.
 */
export function inputAgeDaysOfSeconds(lastModifiedSeconds: number, asOfMs: number): Observed<number> {
  return ageOfDays(Math.floor((asOfMs - lastModifiedSeconds * 1000) / dayMs));
}

const dayMs = 86_400_000;

function ageOfDays(days: number): Observed<number> {
  return days < -1 ? unknown("in-the-future") : known(Math.max(0, days));
}
