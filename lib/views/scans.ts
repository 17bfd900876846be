import { authorizeRead } from "#lib/access/authorize.ts";
import { nextScanAt } from "#lib/config/next-scan.ts";
import type { Instant } from "#lib/model/instant.ts";
import { isScanOver } from "#lib/model/scan.ts";
import { effectiveCron } from "#lib/model/schedule.ts";
import { type HistoryProgress, readHistoryProgress } from "#lib/store/history-progress.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { findLatestFinishedScan, listScans } from "#lib/store/scans.ts";
import { countUpstreamsAsked, type UpstreamsAsked } from "#lib/store/upstreams.ts";
import { organizationItem, scanItem } from "./coverage.ts";
import { repositoryHref } from "./hrefs.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem, ScanItem } from "./shared.ts";

/** HistoryItem is how far the past of the repositories is rebuilt, and those for which it could not be. */
export interface HistoryItem extends Omit<HistoryProgress, "failures"> {
  readonly failures: readonly {
    readonly repository: string;
    readonly href: string;
    readonly message: string;
    readonly code: string;
  }[];
}

/** ScansView is the history of scans. */
export interface ScansView {
  readonly organization: OrganizationItem;
  readonly scans: readonly ScanItem[];
  /** The scan that the numbers everywhere come from; null before the first that finished. */
  readonly shown: ScanItem | null;
  /** The scan that is waiting or at work. */
  readonly running: ScanItem | null;
  /** The last scan, when it did not finish: the numbers are then older than it. */
  readonly unfinished: ScanItem | null;
  /** When the schedule scans next, and its cron line in UTC; null when it is off. */
  readonly schedule: { readonly cron: string; readonly nextAt: Instant } | null;
  readonly history: HistoryItem;
  readonly upstreams: UpstreamsAsked;
}

const scansMax = 200;

/** readScans is the history of an organization's scans, the latest first; null when there is none of that slug. */
export async function readScans(context: ReadContext, slug: string): Promise<ScansView | null> {
  const { database, actor, asOf, scanCron } = context;
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  const scans = (await listScans(database, organization.id, { limit: scansMax })).map(scanItem);
  const shown = await findLatestFinishedScan(database, organization.id);
  const over = scans.find(({ state }) => isScanOver(state));
  const cron = effectiveCron(organization, scanCron);
  const nextAt = cron === null ? null : nextScanAt(cron, asOf);
  const { failures, ...history } = await readHistoryProgress(database, organization.id);
  return {
    organization: organizationItem(organization),
    scans,
    shown: shown === null ? null : scanItem(shown),
    running: scans.find(({ state }) => !isScanOver(state)) ?? null,
    unfinished: over === undefined || over.id === shown?.id ? null : over,
    schedule: cron === null || nextAt === null ? null : { cron, nextAt },
    history: {
      ...history,
      failures: failures.map(({ repository, failure }) => ({
        repository,
        href: repositoryHref(slug, repository),
        ...failure,
      })),
    },
    upstreams: await countUpstreamsAsked(database, organization.id),
  };
}
