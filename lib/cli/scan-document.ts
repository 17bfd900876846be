import type { Scan } from "#lib/model/scan.ts";
import type { OrganizationRecord } from "#lib/store/organizations.ts";
import type { ScanRepositoryRow } from "#lib/store/scans.ts";

/**
 * scanDocument is what `flakeboard scan --json` prints; its shape is stable.
 * `read` counts every repository whose content is known after the scan, those that had not changed included, so that
 * `read` and `failed` add up to `total`; `unchanged` says how many of them needed no reading.
 */
export function scanDocument(scan: Scan, organization: OrganizationRecord, failed: readonly ScanRepositoryRow[]) {
  const { total, eligible, read, unchanged, withFlake } = scan.counts;
  const { graphql, rest, points } = scan.requests;
  return {
    scan: scan.id,
    organization: organization.login,
    state: scan.state,
    startedAt: scan.startedAt,
    finishedAt: scan.finishedAt,
    repositories: { total, eligible, read: read + unchanged, unchanged, failed: scan.counts.failed, withFlake },
    requests: { graphql, rest, points },
    errors: failed.flatMap(({ fullName, failure }) =>
      failure === null ? [] : [{ repository: fullName, code: failure.code, message: failure.message }],
    ),
  };
}
