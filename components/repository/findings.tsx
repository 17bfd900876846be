import { type MarkedOutcome, OutcomeMark } from "#components/finding/outcome-mark.tsx";
import { ThemeLabel } from "#components/finding/theme-label.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatNumber } from "#lib/format/format.ts";
import type { RepositoryView } from "#lib/views/repository.ts";
import type { FindingItem } from "#lib/views/repository-parts.ts";
import { CheckRow } from "./check-row.tsx";
import { groupByCheck, markedOutcome } from "./group-findings.ts";

type FindingsView = Pick<RepositoryView, "findings" | "name" | "organization">;

/** Findings lists what was judged, by theme and check; each line opens to why, how it was decided, evidence and what to do. */
export function Findings({ view }: { readonly view: FindingsView }) {
  const { findings: groups, name, organization } = view;
  const items = groups.flatMap((group) => group.items);
  const themes = groups
    .map((group) => ({ theme: group.theme, checks: groupByCheck(group.items) }))
    .filter((group) => group.checks.length > 0);
  return (
    <SectionCard title="Findings" actions={<OutcomeCounts items={items} />} isFlush>
      {themes.length === 0 ? (
        <p className="border-t px-5 py-4 text-muted-foreground">No check applies to this repository yet.</p>
      ) : (
        themes.map((group) => (
          <section key={group.theme}>
            <h3 className="border-t bg-muted px-5 py-1.5 font-medium text-small">
              <ThemeLabel theme={group.theme} />
            </h3>
            {group.checks.map((check) => (
              <CheckRow key={check.checkId} check={check} slug={organization.slug} repository={name} />
            ))}
          </section>
        ))
      )}
    </SectionCard>
  );
}

const countWords = {
  fail: "fail",
  unknown: "unknown",
  pass: "pass",
  waived: "waived",
  "not-applicable": "do not apply",
} as const satisfies Record<MarkedOutcome, string>;

function OutcomeCounts({ items }: { readonly items: readonly FindingItem[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 text-small">
      {(["fail", "unknown", "waived", "pass", "not-applicable"] as const).map((outcome) => {
        const count = items.filter((item) => markedOutcome(item) === outcome).length;
        return count === 0 ? null : (
          <li key={outcome} className="inline-flex items-center gap-1.5">
            <OutcomeMark outcome={outcome} isDecoration className="size-3.5" />
            {formatNumber(count)} {countWords[outcome]}
          </li>
        );
      })}
    </ul>
  );
}
