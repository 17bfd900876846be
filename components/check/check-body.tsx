import type { ReactNode } from "react";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { ResourceList } from "#components/finding/resource-list.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatNumber, formatShare } from "#lib/format/format.ts";
import type { CheckView } from "#lib/views/check.ts";
import { CheckFindingsTable } from "./check-findings-table.tsx";

/** CheckBody is one check: how many pass, who does not, how it decides, what it cannot know, and what to do. */
export function CheckBody({ view }: { readonly view: CheckView }) {
  const { words, share } = view;
  return (
    <>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <SectionCard
          title="Where it does not pass"
          note={view.isPartial ? "There are more; only the first 1,000 findings are listed." : undefined}
          isFlush
        >
          <CheckFindingsTable name={view.title} rows={view.findings} teams={view.teams} />
        </SectionCard>
        <div className="flex min-w-0 flex-col gap-5">
          {share.denominator === 0 ? null : (
            <SectionCard title="Repositories that pass">
              <p className="font-semibold text-lead">{formatShare(share)}</p>
              <ShareBar {...share} color={themeColors[view.theme]} className="mt-2" />
              <p className="mt-2 text-muted-foreground">
                {formatCount(view.failing, "fails", "fail")}, {formatNumber(share.unknown)} unknown
                {view.waived > 0 ? `, ${formatNumber(view.waived)} with a waived fail` : ""}.
              </p>
            </SectionCard>
          )}
          <SectionCard title="About this check">
            <div className="flex flex-col gap-4">
              <Words title="Why it matters" text={words.why} />
              <Words title="How it decides" text={words.how} />
              <Words title="What it cannot know" text={words.limits} />
              <Words title="What to do" text={words.remediation} />
              {view.resources.length > 0 ? (
                <Part title="Read more">
                  <ResourceList resources={view.resources} />
                </Part>
              ) : null}
            </div>
          </SectionCard>
        </div>
      </div>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}

function Words({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Part title={title}>
      <p>
        <Prose text={text} />
      </p>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-0.5 font-medium text-muted-foreground text-small">{title}</h3>
      {children}
    </div>
  );
}
