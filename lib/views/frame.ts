import { authorizeRead } from "#lib/access/authorize.ts";
import { compareNames } from "#lib/model/compare-names.ts";
import { isScanOver } from "#lib/model/scan.ts";
import { listOrganizations, type OrganizationRecord } from "#lib/store/organizations.ts";
import { findLatestScanState } from "#lib/store/scans.ts";
import { organizationItem } from "./coverage.ts";
import type { ReadContext } from "./read-context.ts";
import { readSavedViews, type SavedViewItem } from "./saved-views.ts";
import type { OrganizationItem } from "./shared.ts";

/** FrameView is what surrounds every page of an organization. */
export interface FrameView {
  readonly organization: OrganizationItem;
  /** All organizations; a connected one comes before the sample. */
  readonly organizations: readonly OrganizationItem[];
  readonly runningScanId: string | null;
  /** What people ask of its pages, by name. */
  readonly savedViews: readonly SavedViewItem[];
}

/** readFrame is what surrounds every page of an organization; null when there is none of that slug. */
export async function readFrame({ database, actor }: ReadContext, slug: string): Promise<FrameView | null> {
  authorizeRead(actor);
  const organizations = await listOrganizations(database);
  const organization = organizations.find((one) => one.slug === slug);
  if (organization === undefined) return null;
  const latest = await findLatestScanState(database, organization.id);
  return {
    organization: organizationItem(organization),
    organizations: preferred(organizations).map(organizationItem),
    runningScanId: latest !== null && !isScanOver(latest.state) ? latest.id : null,
    savedViews: await readSavedViews(database, organization),
  };
}

/** readFirstOrganization is the slug of the organization to open first; null before any is known. */
export async function readFirstOrganization({ database, actor }: ReadContext): Promise<string | null> {
  authorizeRead(actor);
  return preferred(await listOrganizations(database))[0]?.slug ?? null;
}

/** The sample steps aside as soon as a real organization is connected. */
function preferred(organizations: readonly OrganizationRecord[]): readonly OrganizationRecord[] {
  return organizations.toSorted(
    (one, other) => Number(one.isSample) - Number(other.isSample) || compareNames(one.name, other.name),
  );
}
