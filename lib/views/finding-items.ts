import { findCheck } from "#lib/checks/registry.ts";
import type { Outcome, Theme } from "#lib/model/finding.ts";
import type { Resource } from "#lib/model/resource.ts";
import type { RepositoryDetail } from "#lib/store/repository-detail.ts";
import type { RepositoryState } from "./organization-state.ts";
import { evidenceLink, type RepositoryPlace } from "./repository-links.ts";
import type { FindingItem } from "./repository-parts.ts";
import { resourceLinksForCheck } from "./resource-links.ts";

const order = { fail: 0, unknown: 1, pass: 2, "not-applicable": 3 } as const satisfies Record<Outcome, number>;

/** findingItems are the findings of one theme with the words of their checks: what fails first, then what is unknown. */
export function findingItems(
  theme: Theme,
  repository: RepositoryState,
  findings: RepositoryDetail["findings"],
  place: RepositoryPlace,
  resources: readonly Resource[],
): readonly FindingItem[] {
  const items = findings.flatMap(({ checkId, subject, outcome, summary, since, evidence }) => {
    const check = findCheck(checkId);
    // A check that no longer exists has no words; its last findings go with the next scan.
    if (check === undefined || check.theme !== theme) return [];
    const { title, why, how, remediation } = check.words;
    const isWaived = repository.findings.some(
      (one) => one.checkId === checkId && one.subject === subject && one.isWaived,
    );
    const links = evidence.map((one) => evidenceLink(one, place));
    const { severity } = check;
    return [
      {
        checkId,
        title,
        subject,
        severity,
        outcome,
        isWaived,
        summary,
        since,
        evidence: links,
        why,
        how,
        remediation,
        resources: resourceLinksForCheck(checkId, resources),
      },
    ];
  });
  return items.toSorted((one, other) => order[one.outcome] - order[other.outcome]);
}
