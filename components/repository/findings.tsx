import { type MarkedOutcome, OutcomeMark } from "#components/finding/outcome-mark.tsx";
import { ThemeLabel } from "#components/finding/theme-label.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LinkArea } from "#components/ui/link-area.tsx";
import { OpenTarget } from "#components/ui/open-target.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount } from "#lib/format/format.ts";
import type { RepositoryView } from "#lib/views/repository.ts";
import { CheckRow } from "./check-row.tsx";
import { type CheckGroup, groupByCheck } from "./group-findings.ts";
import { PassingCheck } from "./passing-check.tsx";

export type FindingsView = Pick<RepositoryView, "findings" | "name" | "organization" | "choices">;

/** Findings is what was judged, by theme: what does not pass, a line for each check that opens, and what passes in one line. */
export function Findings({ view }: { readonly view: FindingsView }) {
  const themes = view.findings
    .map(({ theme, items }) => ({ theme, checks: groupByCheck(items) }))
    .filter(({ checks }) => checks.length > 0);
  return (
    <SectionCard title="Findings" actions={<CheckCounts checks={themes.flatMap(({ checks }) => checks)} />} isFlush>
      <OpenTarget />
      {themes.length === 0 ? (
        <p className="border-t px-5 py-4 text-muted-foreground">No check applies to this repository yet.</p>
      ) : null}
      <LinkArea>
        {themes.map(({ theme, checks }) => {
          const passing = checks.filter(({ worst }) => worst === "pass");
          return (
            <section key={theme}>
              <h3 className="border-t bg-muted px-5 py-1.5 font-medium text-small">
                <ThemeLabel theme={theme} />
              </h3>
              {checks
                .filter(({ worst }) => worst !== "pass")
                .map((check) => (
                  <CheckRow key={check.checkId} check={check} view={view} />
                ))}
              {passing.length > 0 ? <Passing checks={passing} /> : null}
            </section>
          );
        })}
      </LinkArea>
    </SectionCard>
  );
}

function Passing({ checks }: { readonly checks: readonly CheckGroup[] }) {
  return (
    <Disclosure
      line={
        <span className="flex items-center gap-3 text-muted-foreground">
          <OutcomeMark outcome="pass" isDecoration />
          {formatCount(checks.length, "check passes", "checks pass")}
        </span>
      }
    >
      <ul className="flex flex-col gap-2 pl-7">
        {checks.map((check) => (
          <PassingCheck key={check.checkId} check={check} />
        ))}
      </ul>
    </Disclosure>
  );
}

const countWords = {
  fail: ["fails", "fail"],
  unknown: ["unknown", "unknown"],
  pass: ["passes", "pass"],
  waived: ["waived", "waived"],
} as const satisfies Record<Exclude<MarkedOutcome, "not-applicable">, readonly [one: string, many: string]>;

function CheckCounts({ checks }: { readonly checks: readonly CheckGroup[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 text-small">
      {(["fail", "unknown", "waived", "pass"] as const).map((outcome) => {
        const count = checks.filter(({ worst }) => worst === outcome).length;
        return count === 0 ? null : (
          <li key={outcome} className="inline-flex items-center gap-1.5">
            <OutcomeMark outcome={outcome} isDecoration className="size-3.5!" />
            {formatCount(count, countWords[outcome][0], countWords[outcome][1])}
          </li>
        );
      })}
      <li className="text-muted-foreground">of {formatCount(checks.length, "check", "checks")}</li>
    </ul>
  );
}
