import { nextScanAt } from "#lib/config/next-scan.ts";
import type { Instant } from "#lib/model/instant.ts";

/**
 * isScanDue says whether a cron line, read in UTC, has come due since the last scan. A moment that passed while no
 * process ran is due as well, once however many there were: it is made up as soon as one runs again.
 *
 * @param since when the last scan was asked for, or the organization was connected.
 */
export function isScanDue(cron: string, since: Instant, asOf: Instant): boolean {
  const next = nextScanAt(cron, since);
  return next !== null && next <= asOf;
}
