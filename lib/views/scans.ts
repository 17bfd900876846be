import { authorizeRead } from "#lib/access/authorize.ts";
import { nextScanAt } from "#lib/config/next-scan.ts";
import type { Instant } from "#lib/model/instant.ts";
import { effectiveCron } from "#lib/model/schedule.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { listScans } from "#lib/store/scans.ts";
import { organizationItem, scanItem } from "./coverage.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem, ScanItem } from "./shared.ts";

/** ScansView is the history of scans. */
export interface ScansView {
  readonly organization: OrganizationItem;
  readonly scans: readonly ScanItem[];
  /** When the schedule scans next, and its cron line in UTC; null when it is off. */
  readonly schedule: { readonly cron: string; readonly nextAt: Instant } | null;
}

const scansMax = 200;

/** readScans is the history of an organization's scans, the latest first; null when there is none of that slug. */
export async function readScans(context: ReadContext, slug: string): Promise<ScansView | null> {
  const { database, actor, asOf, scanCron } = context;
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  const scans = await listScans(database, organization.id, { limit: scansMax });
  const cron = effectiveCron(organization, scanCron);
  const nextAt = cron === null ? null : nextScanAt(cron, asOf);
  return {
    organization: organizationItem(organization),
    scans: scans.map(scanItem),
    schedule: cron === null || nextAt === null ? null : { cron, nextAt },
  };
}
