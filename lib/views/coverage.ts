import { nextScanAt as nextScanAfter } from "#lib/config/next-scan.ts";
import type { Scan } from "#lib/model/scan.ts";
import { isScanOver } from "#lib/model/scan.ts";
import { effectiveCron } from "#lib/model/schedule.ts";
import type { Database } from "#lib/store/database.ts";
import type { OrganizationRecord } from "#lib/store/organizations.ts";
import type { RepositorySummary } from "#lib/store/repository-record.ts";
import { findLatestFinishedScan, findLatestScan } from "#lib/store/scans.ts";
import type { ReadContext } from "./read-context.ts";
import type { Coverage, OrganizationItem, ScanItem } from "./shared.ts";
import { stalenessOf } from "./staleness.ts";

/** organizationItem names an organization for the switcher and the page headers. */
export function organizationItem({ slug, name, provider, isSample }: OrganizationRecord): OrganizationItem {
  return { slug, name, provider, isSample };
}

/** scanItem is a scan as pages show it. */
export function scanItem(scan: Scan): ScanItem {
  const { id, state, phase, trigger, requestedBy, isFull, requestedAt, startedAt, finishedAt } = scan;
  const { counts, requests, failure } = scan;
  return {
    id,
    state,
    phase,
    trigger,
    requestedBy,
    isFull,
    requestedAt,
    startedAt,
    finishedAt,
    ...counts,
    requests,
    failure,
  };
}

/** KnownCoverage is what is stored of it: all but what the moment alone changes. */
export type KnownCoverage = Omit<Coverage, "nextScanAt" | "staleness">;

/** readCoverage says which scan the numbers come from, and how much of the organization is known. */
export async function readCoverage(
  database: Database,
  organization: OrganizationRecord,
  summaries: readonly RepositorySummary[],
): Promise<KnownCoverage> {
  const finished = await findLatestFinishedScan(database, organization.id);
  const latest = await findLatestScan(database, organization.id);
  return {
    scan: finished === null ? null : scanItem(finished),
    runningScanId: latest !== null && !isScanOver(latest.state) ? latest.id : null,
    unfinished: latest !== null && isScanOver(latest.state) && latest.id !== finished?.id ? scanItem(latest) : null,
    repositoriesRead: summaries.filter(isKnown).length,
    // What a scan could not even list has no summary, and is missing all the same.
    repositoriesTotal: Math.max(summaries.length, finished?.counts.total ?? 0),
  };
}

/** coverageAt adds to what was read of an organization's scans what the moment alone changes. */
export function coverageAt(
  coverage: KnownCoverage,
  organization: OrganizationRecord,
  { scanCron, asOf }: ReadContext,
): Coverage {
  const cron = effectiveCron(organization, scanCron);
  const nextScanAt = cron === null ? null : nextScanAfter(cron, asOf);
  return { ...coverage, nextScanAt, staleness: stalenessOf(coverage, cron, asOf) };
}

/** isKnown says whether all there is to know of a repository is known: its content, or that it is empty. */
export function isKnown(summary: RepositorySummary): boolean {
  return summary.snapshot !== null || summary.isEmpty;
}
