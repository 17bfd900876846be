import Link from "next/link";
import type { ReactNode } from "react";
import { RangeLinks } from "#components/charts/range-links.tsx";
import { TrendChart } from "#components/charts/trend-chart.tsx";
import { ResourceList } from "#components/finding/resource-list.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { formatCount, formatNumber, formatShare } from "#lib/format/format.ts";
import type { CheckView } from "#lib/views/check.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import { CheckFindingsTable } from "./check-findings-table.tsx";
import { CheckTeams } from "./check-teams.tsx";

export interface CheckBodyProps {
  readonly view: CheckView;
  readonly range: TrendRange;
  readonly parameters: PageParameters;
}

/** CheckBody is one check: how many pass and since when, why it matters and what to do, how it decides, and who fails. */
export function CheckBody({ view, range, parameters }: CheckBodyProps) {
  return (
    <>
      <div className="flex flex-col gap-5">
        {view.isOff ? null : (
          <div className="grid items-stretch gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
            <Course view={view} range={range} />
            <CheckTeams teams={view.byTeam} color={themeColors[view.theme]} />
          </div>
        )}
        <About view={view} />
        <SectionCard
          title="Where it does not pass"
          note={view.isPartial ? "There are more; only the first 1,000 findings are listed." : undefined}
          isFlush
        >
          <CheckFindingsTable view={view} parameters={parameters} />
        </SectionCard>
      </div>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}

function Course({
  view: { course, theme, title, share, failing, waived, whyHref },
  range,
}: Omit<CheckBodyProps, "parameters">) {
  return (
    <SectionCard
      title="Over time"
      note={
        <>
          {share.denominator === 0 ? null : (
            <span className="block">
              Today{" "}
              <Link href={whyHref} className="underline underline-offset-4 hover:text-foreground">
                {formatShare(share)}
              </Link>{" "}
              pass; {formatCount(failing, "fails", "fail")}, {formatNumber(share.unknown)} unknown
              {waived > 0 ? `, ${formatNumber(waived)} with a waived fail` : ""}.
            </span>
          )}
          {course.definition}
        </>
      }
      actions={<RangeLinks range={range} />}
    >
      <TrendChart
        name={title}
        series={[{ id: theme, label: `“${title}”`, color: themeColors[theme], points: course.points }]}
      />
    </SectionCard>
  );
}

function About({ view: { words, resources } }: Pick<CheckBodyProps, "view">) {
  return (
    <SectionCard title="About this check">
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2 [&>div]:max-w-prose">
        <Words title="Why it matters" text={words.why} />
        <Words title="What to do" text={words.remediation} />
        <Words title="How it decides" text={words.how} />
        <Words title="What it cannot know" text={words.limits} />
        {resources.length > 0 ? (
          <Part title="Read more">
            <ResourceList resources={resources} />
          </Part>
        ) : null}
      </div>
    </SectionCard>
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
