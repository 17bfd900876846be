import { addDays, type Day, dayOf, type Instant } from "./instant.ts";

// A waiver that outlives everybody who knows its reason is none.
const waiverDaysMax = 365;

/** WaiverPeriod is the days that may be the last one of a new waiver: the first and the last of them, UTC. */
export interface WaiverPeriod {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** waiverPeriod is from today on for a year. */
export function waiverPeriod(asOf: Instant): WaiverPeriod {
  return { firstDay: dayOf(asOf), lastDay: dayOf(addDays(asOf, waiverDaysMax)) };
}

/** waiverEnd is the first moment at which a waiver no longer holds: the midnight, UTC, at which its last day ends. */
export function waiverEnd(lastDay: Day): Instant {
  return addDays(`${lastDay}T00:00:00.000Z`, 1);
}

/** lastWaivedDay is the last day on which a waiver that ends at `expiresAt` holds, wholly or in part. */
export function lastWaivedDay(expiresAt: Instant): Day {
  return dayOf(new Date(Date.parse(expiresAt) - 1).toISOString());
}

/** isInForce says whether a waiver holds at `asOf`: it is granted, not over, and nobody ended it before. */
export function isInForce(
  waiver: { readonly grantedAt: Instant; readonly expiresAt: Instant; readonly revokedAt: Instant | null },
  asOf: Instant,
): boolean {
  const { grantedAt, expiresAt, revokedAt } = waiver;
  return grantedAt <= asOf && expiresAt > asOf && (revokedAt === null || revokedAt > asOf);
}
