import { authorizeRead } from "#lib/access/authorize.ts";
import type { ErrorCode } from "#lib/model/error-code.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { ScanRepositoryState } from "#lib/model/scan.ts";
import { listOrganizations, type OrganizationRecord } from "#lib/store/organizations.ts";
import { findScan, listScanRows, type ScanRepositoryRow } from "#lib/store/scans.ts";
import { organizationItem, scanItem } from "./coverage.ts";
import { repositoryHref } from "./hrefs.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem, ScanItem } from "./shared.ts";

/** ScanRepositoryItem is one line of a scan's log. */
export interface ScanRepositoryItem {
  readonly fullName: string;
  readonly href: string | null;
  readonly state: ScanRepositoryState;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly finishedAt: Instant | null;
}

/** ScanView is one scan's page; the same document moves while it runs (`GET /api/v1/scans/{id}`). */
export interface ScanView {
  readonly organization: OrganizationItem;
  readonly scan: ScanItem;
  /** Failures grouped by code, most frequent first. */
  readonly errors: readonly { readonly code: ErrorCode; readonly count: number; readonly example: string }[];
  /** Failed first, then the others, each by name; at most 200. */
  readonly repositories: readonly ScanRepositoryItem[];
}

const rowsMax = 200;
const failedMax = 1000;

/** readScan is one scan of an organization; null when the organization has no such scan. */
export async function readScan(context: ReadContext, slug: string, id: string): Promise<ScanView | null> {
  const view = await readScanById(context, id);
  return view?.organization.slug === slug ? view : null;
}

/** readScanById is one scan, whatever organization it belongs to; null when there is none. */
export async function readScanById({ database, actor }: ReadContext, id: string): Promise<ScanView | null> {
  authorizeRead(actor);
  const scan = await findScan(database, id);
  const organization = (await listOrganizations(database)).find((one) => one.id === scan?.organizationId);
  if (scan === null || organization === undefined) return null;
  const failed = await listScanRows(database, id, { state: "failed", limit: failedMax });
  const latest = await listScanRows(database, id, { limit: rowsMax });
  const others = latest.filter((row) => row.state !== "failed");
  return {
    organization: organizationItem(organization),
    scan: scanItem(scan),
    errors: groupErrors(failed),
    repositories: [...failed, ...others].slice(0, rowsMax).map((row) => scanRepositoryItem(organization, row)),
  };
}

function groupErrors(failed: readonly ScanRepositoryRow[]): ScanView["errors"] {
  const groups = new Map<ErrorCode, { code: ErrorCode; count: number; example: string }>();
  for (const { failure } of failed) {
    if (failure === null) continue;
    const group = groups.get(failure.code);
    if (group === undefined) groups.set(failure.code, { code: failure.code, count: 1, example: failure.message });
    else group.count += 1;
  }
  return [...groups.values()].toSorted((one, other) => other.count - one.count);
}

function scanRepositoryItem(organization: OrganizationRecord, row: ScanRepositoryRow): ScanRepositoryItem {
  const { fullName, repositoryId, state, failure, finishedAt } = row;
  const name = fullName.slice(fullName.indexOf("/") + 1);
  const href = repositoryId === null ? null : repositoryHref(organization.slug, name);
  return { fullName, href, state, failure, finishedAt };
}
