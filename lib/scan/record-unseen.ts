import type { Located } from "#lib/providers/source-provider.ts";
import { type Departure, recordDepartures } from "#lib/store/record-departures.ts";
import type { ScanContext } from "./scan-context.ts";

/**
 * recordUnseen asks where repositories are that an inventory did not show, and records those that have left the
 * organization. What its provider could not tell just now stays as it is; the next inventory asks again.
 *
 * @param isWhole nothing was left out of that inventory. Otherwise only what is known to be elsewhere has left: what it
 * could not show may be one of those that seem to be missing.
 */
export async function recordUnseen(
  context: Pick<ScanContext, "database" | "organizationId" | "provider" | "now" | "signal">,
  providerIds: readonly string[],
  isWhole: boolean,
): Promise<void> {
  const { database, organizationId, provider, now, signal } = context;
  if (providerIds.length === 0) return;
  const departures: Departure[] = [];
  for await (const located of provider.locateRepositories(providerIds, signal)) {
    const departure = departureOf(located);
    if (departure !== null && (isWhole || departure.kind === "transferred")) departures.push(departure);
  }
  await recordDepartures(database, organizationId, departures, now());
}

function departureOf({ providerId, whereabouts }: Located): Departure | null {
  switch (whereabouts.status) {
    case "moved":
      return { providerId, kind: "transferred", newOwner: whereabouts.owner };
    case "gone":
      return { providerId, kind: "removed" };
    case "hidden":
      return { providerId, kind: "hidden" };
    case "present":
      return null;
  }
}
