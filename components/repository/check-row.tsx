import type { ReactNode } from "react";
import { FixBlock } from "#components/finding/fix-block.tsx";
import { OutcomeMark, outcomeWords } from "#components/finding/outcome-mark.tsx";
import { ResourceList } from "#components/finding/resource-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatNumber, formatUtc } from "#lib/format/format.ts";
import type { FindingItem, WaiverItem } from "#lib/views/repository-parts.ts";
import { EvidencePlace } from "./evidence-place.tsx";
import { type CheckGroup, markedOutcome } from "./group-findings.ts";
import { WaiveCheck } from "./waive-check.tsx";

export interface CheckRowProps {
  readonly check: CheckGroup;
  readonly slug: string;
  readonly repository: string;
}

/** CheckRow is one check of a repository in one line, which opens to why, how, what to do, and each finding. */
export function CheckRow({ check, slug, repository }: CheckRowProps) {
  const { words, worst, items } = check;
  const isFine = worst === "pass";
  return (
    <Disclosure
      line={
        <span className="flex items-start gap-3">
          <OutcomeMark outcome={worst} className="mt-0.5" />
          <span className="flex min-w-0 flex-1 flex-wrap gap-x-3">
            <span className="font-medium">{words.title}</span>
            <span className="min-w-0 break-words text-muted-foreground">{summary(items)}</span>
          </span>
          {worst === "fail" && words.severity !== "error" ? <Badge>{words.severity}</Badge> : null}
        </span>
      }
    >
      <div className="grid gap-x-8 gap-y-4 pl-7 md:grid-cols-2">
        <Words title="Why it matters">
          <Prose text={words.why} />
        </Words>
        <Words title="How it decides">
          <Prose text={words.how} />
        </Words>
        {isFine ? null : (
          <>
            <Words title="What to do">
              <Prose text={words.remediation} />
            </Words>
            {words.resources.length > 0 ? (
              <Words title="Read more">
                <ResourceList resources={words.resources} />
              </Words>
            ) : null}
          </>
        )}
        <div className="md:col-span-2">
          <h4 className="mb-1 font-medium text-muted-foreground text-small">Evidence</h4>
          <ul className="flex flex-col gap-1.5">
            {items.map((item) => (
              <FindingLine key={item.subject} item={item} />
            ))}
          </ul>
        </div>
        {worst === "fail" ? (
          <div className="md:col-span-2 print:hidden">
            <WaiveCheck
              slug={slug}
              repository={repository}
              checkId={check.checkId}
              subjects={items.filter((item) => markedOutcome(item) === "fail").map(({ subject }) => subject)}
            />
          </div>
        ) : null}
      </div>
    </Disclosure>
  );
}

function summary(items: readonly FindingItem[]): string {
  const [only] = items;
  if (only && items.length === 1) return only.summary;
  const fails = items.filter((item) => markedOutcome(item) === "fail").length;
  const unknown = items.filter((item) => item.outcome === "unknown").length;
  const of = `of ${formatNumber(items.length)}`;
  const parts = [
    fails > 0 ? `${formatNumber(fails)} ${of} fail` : "",
    unknown > 0 ? `${formatNumber(unknown)} ${of} unknown` : "",
  ];
  return parts.filter(Boolean).join(", ") || `none of ${formatNumber(items.length)} fails`;
}

function FindingLine({ item }: { readonly item: FindingItem }) {
  return (
    <li className="flex items-start gap-2">
      <OutcomeMark outcome={markedOutcome(item)} className="mt-0.5" />
      <span className="flex min-w-0 flex-1 flex-wrap gap-x-3">
        <span className="break-words">{item.summary}</span>
        {item.evidence.map((evidence) => (
          <EvidencePlace key={`${evidence.path}:${evidence.line}`} evidence={evidence} />
        ))}
        <span className="text-muted-foreground text-small leading-5">
          {outcomeWords[markedOutcome(item)].toLowerCase()} since <RelativeTime instant={item.since} />
        </span>
        {item.waiver && item.outcome === "fail" ? <WaiverLine waiver={item.waiver} /> : null}
        {item.fix && !item.isWaived ? (
          <div className="basis-full pt-1">
            <FixBlock fix={item.fix} />
          </div>
        ) : null}
      </span>
    </li>
  );
}

function WaiverLine({ waiver }: { readonly waiver: WaiverItem }) {
  const { reason, grantedBy, expiresAt, source } = waiver;
  return (
    <span className="basis-full text-muted-foreground text-small">
      Waived by {source === "repository" ? "the repository's own settings" : grantedBy} until {formatUtc(expiresAt)}:{" "}
      <span className="break-words">{reason}</span>
    </span>
  );
}

function Words({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="max-w-prose">
      <h4 className="mb-0.5 font-medium text-muted-foreground text-small">{title}</h4>
      <div>{children}</div>
    </div>
  );
}
