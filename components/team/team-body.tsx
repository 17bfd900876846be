import Link from "next/link";
import { Distribution } from "#components/charts/distribution.tsx";
import { RangeLinks } from "#components/charts/range-links.tsx";
import { TrendChart } from "#components/charts/trend-chart.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { StaleNotice } from "#components/frame/stale-notice.tsx";
import { FlakeGlyph } from "#components/glyph/flake-glyph.tsx";
import { NextReading } from "#components/learn/next-reading.tsx";
import { chartGoal } from "#components/metric/chart-goal.ts";
import { MedianAge } from "#components/metric/median-age.tsx";
import { RepositoriesTable } from "#components/repository/repositories-table.tsx";
import type { RepositoryTable } from "#components/repository/repository-table.ts";
import { stageParts } from "#components/repository/stage-parts.ts";
import { TeamReport } from "#components/team-report/team-report.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { pointsHref, repositoriesHref, teamExportHref, themeWhyHref } from "#lib/views/hrefs.ts";
import type { TeamView } from "#lib/views/team.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import { FailingChecks } from "./failing-checks.tsx";
import { TeamHeadlines } from "./team-headlines.tsx";
import { TeamNextStep } from "./team-next-step.tsx";

export interface TeamBodyProps {
  readonly view: TeamView;
  /** How far back the chart looks. */
  readonly range: TrendRange;
  readonly parameters: PageParameters;
  /** The UTC day of today. */
  readonly day: string;
}

/** TeamBody is a team's page under its name: its flake, its shares, its course, how to mend what fails, and its repositories. */
export function TeamBody({ view, range, parameters, day }: TeamBodyProps) {
  if (view.repositories.length === 0) return <TeamWithNothing view={view} />;
  return (
    <>
      <StaleNotice organization={view.organization} coverage={view.coverage} />
      <TeamReport view={view} day={day} />
      <div className="flex flex-col gap-5 print:hidden">
        <TeamNextStep gravest={view.failing[0]} />
        <div className="grid gap-5 lg:grid-cols-[20rem_minmax(0,1fr)] xl:grid-cols-[26rem_minmax(0,1fr)]">
          <SectionCard
            title="Themes"
            note="The share of findings that pass, an arm each; the ring fills with the stages reached."
          >
            <div className="flex h-full items-center justify-center">
              <FlakeGlyph
                glyph={view.glyph}
                armHref={(theme) => themeWhyHref(view.organization.slug, theme, { team: view.team.slug })}
              />
            </div>
          </SectionCard>
          <TeamHeadlines headlines={view.headlines} />
        </div>
        <div className="grid gap-5 xl:grid-cols-[minmax(0,1.65fr)_minmax(0,1fr)]">
          <SectionCard
            title="Adoption over time"
            note="Eligible repositories with a main flake, in percent."
            actions={<RangeLinks range={range} />}
          >
            <TrendChart
              name="Adoption"
              everyDayHref={pointsHref(view.organization.slug, { metric: "adoption", team: view.team.slug, range })}
              goal={chartGoal(view.headlines, "adoption")}
              series={[
                { id: "team", label: view.team.name, color: themeColors.adoption, points: view.adoptionTrend.team },
                {
                  id: "organization",
                  label: view.organization.name,
                  color: "var(--muted-foreground)",
                  isContext: true,
                  points: view.adoptionTrend.organization,
                },
              ]}
            />
          </SectionCard>
          <SectionCard title="How far Nix reaches" note="Each eligible repository at its furthest stage.">
            <Distribution
              noun="eligible repositories"
              parts={stageParts(view.stageCounts, `${view.team.href}?eligible=yes`)}
            />
          </SectionCard>
        </div>
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1.65fr)_minmax(0,1fr)]">
          <FailingChecks checks={view.failing} />
          <NextReading {...view.reading} />
        </div>
        <SectionCard title="Repositories" note={<MedianAge item={view.inputAges} />} isFlush>
          <RepositoriesTable
            table={teamRepositories(view)}
            parameters={parameters}
            exportHref={teamExportHref(view.organization.slug, view.team.slug)}
          />
        </SectionCard>
      </div>
      <CoverageFoot organization={view.organization} coverage={view.coverage} hasNotice />
    </>
  );
}

function TeamWithNothing({ view: { team, organization, coverage } }: { readonly view: TeamView }) {
  return (
    <>
      <div className="rounded-md border bg-card">
        <EmptyState
          title={`No repository belongs to ${team.name} yet.`}
          action={
            <Button asChild>
              <Link href={repositoriesHref(organization.slug, { team: "none" })}>See what has no owner</Link>
            </Button>
          }
        >
          A repository gets its owner from its flakeboard.yml, from the settings, from CODEOWNERS, or from a team that
          maintains it on GitHub; “Set owner” on its page decides it here.
        </EmptyState>
      </div>
      <CoverageFoot organization={organization} coverage={coverage} />
    </>
  );
}

/** teamRepositories is the table of a team's repositories. */
export function teamRepositories({ team, repositories, nixpkgsAgeLimitDays }: TeamView): RepositoryTable {
  return { name: `Repositories of ${team.name}`, rows: repositories, ageLimitDays: nixpkgsAgeLimitDays };
}
