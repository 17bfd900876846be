import type { ScanState } from "#lib/model/scan.ts";
import type { Database } from "./database.ts";

/** ScanTally is how many scans of an organization are in a state. */
export interface ScanTally {
  readonly organization: string;
  readonly state: ScanState;
  readonly count: number;
}

/** tallyScans counts every scan that is still recorded, by organization (its slug) and state. */
export async function tallyScans(db: Database): Promise<readonly ScanTally[]> {
  const groups = await db.client.scan.groupBy({ by: ["organizationId", "state"], _count: true });
  const organizations = await db.client.organization.findMany({ select: { id: true, slug: true } });
  const slugOf = new Map(organizations.map(({ id, slug }) => [id, slug]));
  return groups.flatMap(({ organizationId, state, _count }) => {
    const organization = slugOf.get(organizationId);
    return organization === undefined ? [] : [{ organization, state, count: _count }];
  });
}

/** countPendingRepositories is how many repositories open scans have still to look at: the depth of the queue. */
export async function countPendingRepositories(db: Database): Promise<number> {
  return db.client.scanRepository.count({
    where: { state: "pending", scan: { state: { in: ["queued", "running"] } } },
  });
}
