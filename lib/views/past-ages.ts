import type { Median } from "#lib/metrics/figures.ts";
import type { Day } from "#lib/model/instant.ts";
import type { Share } from "#lib/model/share.ts";
import type { Database } from "#lib/store/database.ts";
import { listLockedDaysOn } from "#lib/store/locked-days.ts";

/** PastAges says in words how old the inputs of a repository were on a day; null where that is not known. */
export type PastAges = (repositoryId: string, counted: Share) => string | null;

/**
 * readPastAges prepares them for a day. A repository whose ages that are known now are not as many as were counted then
 * has none: they would explain another figure.
 */
export async function readPastAges(
  database: Database,
  organizationId: string,
  { reason }: Median,
  { day, origin }: { readonly day: Day; readonly origin: "observed" | "backfilled" },
): Promise<PastAges> {
  const locks = await listLockedDaysOn(database, organizationId, day, origin);
  const lockedDays = new Map(locks.map((one) => [one.repositoryId, one.lockedDays]));
  return (repositoryId, { numerator, denominator }) => {
    const inputLockedDays = lockedDays.get(repositoryId) ?? [];
    if (inputLockedDays.length !== numerator) return null;
    return reason({ directInputs: denominator, inputLockedDays }, day, "past");
  };
}
