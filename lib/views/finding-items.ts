import type { CheckContext } from "#lib/checks/check.ts";
import { severityOf } from "#lib/checks/evaluate-checks.ts";
import { findCheck } from "#lib/checks/registry.ts";
import { isWaived } from "#lib/metrics/waived.ts";
import type { Outcome, Theme } from "#lib/model/finding.ts";
import { lastWaivedDay } from "#lib/model/waiver.ts";
import type { FindingRecord, RepositoryDetail } from "#lib/store/repository-detail.ts";
import type { WaiverRecord } from "#lib/store/waivers.ts";
import { checkHref } from "./hrefs.ts";
import type { OrganizationState } from "./organization-state.ts";
import { evidenceLink, type RepositoryPlace } from "./repository-links.ts";
import type { FindingItem, WaiverItem } from "./repository-parts.ts";
import { resourceLinksForCheck } from "./resource-links.ts";

/** FindingsContext is where the findings of one repository stand. */
export interface FindingsContext {
  readonly state: Pick<OrganizationState, "organization" | "policy" | "resources" | "waivers">;
  readonly detail: RepositoryDetail;
  readonly place: RepositoryPlace;
  /** What fixes are made from; null when the repository was never read. */
  readonly judged: CheckContext | null;
}

const order = { fail: 0, unknown: 1, pass: 2, "not-applicable": 3 } as const satisfies Record<Outcome, number>;

/**
 * findingItems are the findings of one theme with the words of their checks, the text that mends each here, and what
 * waives it: what fails first, then what is unknown.
 */
export function findingItems(theme: Theme, context: FindingsContext): readonly FindingItem[] {
  const { state, detail, place, judged } = context;
  const items = detail.findings.flatMap((finding) => {
    const { checkId, subject, outcome, summary, since, evidence } = finding;
    const check = findCheck(checkId);
    // A check that no longer exists has no words; its last findings go with the next scan.
    if (check === undefined || check.theme !== theme) return [];
    const { title, why, how, remediation } = check.words;
    const waiver = waiverOf(finding, detail.id, state.waivers);
    return [
      {
        checkId,
        title,
        href: checkHref(state.organization.slug, checkId),
        subject,
        severity: severityOf(check, state.policy),
        outcome,
        isWaived: waiver !== null,
        waiver,
        summary,
        since,
        evidence: evidence.map((one) => evidenceLink(one, place)),
        why,
        how,
        remediation,
        fix: judged === null ? null : (check.fix?.(judged, finding) ?? null),
        resources: resourceLinksForCheck(checkId, state.resources),
      },
    ];
  });
  return items.toSorted((one, other) => order[one.outcome] - order[other.outcome]);
}

/** The waiver that covers a finding; of several the one that holds the longest. */
function waiverOf(finding: FindingRecord, repositoryId: string, waivers: readonly WaiverRecord[]): WaiverItem | null {
  const longest = waivers
    .filter((waiver) => isWaived(finding, repositoryId, [waiver]))
    .toSorted((one, other) => other.expiresAt.localeCompare(one.expiresAt))[0];
  if (longest === undefined) return null;
  const { id, reason, grantedBy, expiresAt, source } = longest;
  return { id, reason, grantedBy, lastDay: lastWaivedDay(expiresAt), source };
}
