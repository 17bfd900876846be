import type { ReactNode } from "react";
import { OutcomeMark } from "#components/finding/outcome-mark.tsx";
import { ResourceList } from "#components/finding/resource-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { WaiveCheck } from "#components/waiver/waive-check.tsx";
import { FindingLine } from "./finding-line.tsx";
import type { FindingsView } from "./findings.tsx";
import { type CheckGroup, markedOutcome, outcomeSummary } from "./group-findings.ts";

export interface CheckRowProps {
  readonly check: CheckGroup;
  readonly view: Pick<FindingsView, "name" | "organization" | "choices">;
}

/** CheckRow is a check that does not pass here, in one line, which opens to why, what to do, and each finding. */
export function CheckRow({ check: { checkId, words, worst, items }, view }: CheckRowProps) {
  const failing = items.filter((item) => markedOutcome(item) === "fail").map(({ subject }) => subject);
  return (
    <Disclosure
      id={checkId}
      line={
        <span className="flex items-start gap-3">
          <OutcomeMark outcome={worst} className="mt-0.5" />
          <span className="flex min-w-0 flex-1 flex-wrap gap-x-3">
            <span className="font-medium">{words.title}</span>
            <span className="min-w-0 text-muted-foreground [overflow-wrap:anywhere]">{outcomeSummary(items)}</span>
          </span>
          {worst === "fail" ? (
            <Badge tone={words.severity === "error" ? "bad" : "neutral"}>{words.severity}</Badge>
          ) : null}
        </span>
      }
    >
      <div className="grid gap-x-8 gap-y-4 pl-7 md:grid-cols-2">
        <ul className="flex flex-col gap-2.5 md:col-span-2">
          {items.map((item) => (
            <FindingLine key={item.subject} item={item} view={view} />
          ))}
        </ul>
        <Part title="Why it matters">
          <Prose text={words.why} />
        </Part>
        <Part title="What to do">
          <Prose text={words.remediation} />
        </Part>
        {words.resources.length > 0 ? (
          <Part title="Read more">
            <ResourceList resources={words.resources} />
          </Part>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 self-end md:col-start-2">
          {failing.length > 0 ? (
            <WaiveCheck
              slug={view.organization.slug}
              repository={view.name}
              checkId={checkId}
              subjects={failing}
              period={view.choices.waiverPeriod}
            />
          ) : null}
          <a
            href={words.href}
            className="text-muted-foreground text-small underline underline-offset-4 hover:text-foreground"
          >
            How it decides, and who else fails
          </a>
        </div>
      </div>
    </Disclosure>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="max-w-prose">
      <h4 className="mb-0.5 font-medium text-muted-foreground text-small">{title}</h4>
      <div>{children}</div>
    </div>
  );
}
