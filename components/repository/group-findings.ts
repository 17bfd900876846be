import type { MarkedOutcome } from "#components/finding/outcome-mark.tsx";
import { formatNumber } from "#lib/format/format.ts";
import type { FindingItem } from "#lib/views/repository-parts.ts";

/** CheckGroup is one check with its findings for the subjects of a repository, worst first. */
export interface CheckGroup {
  readonly checkId: string;
  /** Any of its findings: they share the words of the check. */
  readonly words: FindingItem;
  readonly worst: MarkedOutcome;
  readonly items: readonly FindingItem[];
}

const order = { fail: 0, unknown: 1, waived: 2, pass: 3, "not-applicable": 4 } as const satisfies Record<
  MarkedOutcome,
  number
>;

/** markedOutcome is a finding's outcome, or `waived` for a fail that a person has waived. */
export function markedOutcome(item: Pick<FindingItem, "outcome" | "isWaived">): MarkedOutcome {
  return item.isWaived && item.outcome === "fail" ? "waived" : item.outcome;
}

/** groupByCheck puts findings of one check together, worst check first. What does not apply is left out. */
export function groupByCheck(items: readonly FindingItem[]): readonly CheckGroup[] {
  const byCheck = new Map<string, FindingItem[]>();
  for (const item of items) {
    if (item.outcome === "not-applicable") continue;
    byCheck.set(item.checkId, [...(byCheck.get(item.checkId) ?? []), item]);
  }
  return [...byCheck]
    .flatMap(([checkId, found]) => {
      const sorted = found.toSorted((left, right) => order[markedOutcome(left)] - order[markedOutcome(right)]);
      const [words] = sorted;
      return words ? [{ checkId, words, worst: markedOutcome(words), items: sorted }] : [];
    })
    .toSorted((left, right) => order[left.worst] - order[right.worst]);
}

/** outcomeSummary says in one line how a check fares: what was seen where there is one subject, else how many of them. */
export function outcomeSummary(items: readonly FindingItem[]): string {
  const [only] = items;
  if (only && items.length === 1) return only.summary;
  const all = formatNumber(items.length);
  const counts = (["fail", "unknown", "waived"] as const).flatMap((outcome) => {
    const count = items.filter((item) => markedOutcome(item) === outcome).length;
    return count === 0
      ? []
      : [`${formatNumber(count)} of ${all} ${outcome === "fail" && count === 1 ? "fails" : outcome}`];
  });
  return counts.length === 0 ? `none of ${all} fails` : counts.join(", ");
}
