import Link from "next/link";
import { Distribution } from "#components/charts/distribution.tsx";
import { HeatMap, type HeatMapCell } from "#components/charts/heat-map.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { CoverageNotice } from "#components/frame/coverage-notice.tsx";
import { StaleNotice } from "#components/frame/stale-notice.tsx";
import { notEligibleWords } from "#components/repository/not-eligible-words.ts";
import { stageParts } from "#components/repository/stage-parts.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { formatCount } from "#lib/format/format.ts";
import { themeNames } from "#lib/model/finding.ts";
import { organizationHref, repositoriesHref } from "#lib/views/hrefs.ts";
import type { HeatMapCell as OverviewHeatCell, OverviewView } from "#lib/views/overview.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import { HeadlineBand } from "./headline-band.tsx";
import { Movers } from "./movers.tsx";
import { NextMoves } from "./next-moves.tsx";
import { NixpkgsAges } from "./nixpkgs-ages.tsx";
import { StageCourse } from "./stage-course.tsx";

export interface OverviewBodyProps {
  readonly view: OverviewView;
  /** How far back the charts look. */
  readonly range: TrendRange;
  readonly parameters: PageParameters;
}

/** OverviewBody is an organization at a glance: headlines, course, what to do next, where it lags. */
export function OverviewBody({ view, range, parameters }: OverviewBodyProps) {
  const measuredThemes = view.heatMap.themes.filter((theme) =>
    view.heatMap.rows.some((row) => row.cells.some((cell) => cell.theme === theme && cell.share !== null)),
  );
  const { organization, coverage, headlines, stageCounts, heatMap, nextMoves, notEligible } = view;
  if (coverage.repositoriesRead === 0) {
    return (
      <>
        <CoverageNotice organization={organization} coverage={coverage} />
        <CoverageFoot organization={organization} coverage={coverage} />
      </>
    );
  }
  return (
    <>
      <StaleNotice organization={organization} coverage={coverage} />
      <div className="flex flex-col gap-5">
        <HeadlineBand headlines={headlines} />
        <div className="grid gap-5 xl:grid-cols-[minmax(0,1.65fr)_minmax(0,1fr)]">
          <StageCourse view={view} range={range} />
          <NextMoves moves={nextMoves} />
        </div>
        <div className="grid gap-5 lg:grid-cols-2 xl:grid-cols-3">
          <SectionCard
            title="How far Nix reaches"
            note="Each eligible repository at its furthest stage."
            className="lg:max-xl:col-span-2 print:break-inside-avoid!"
          >
            <Distribution
              noun="eligible repositories"
              parts={stageParts(stageCounts, repositoriesHref(organization.slug, { eligible: "yes" }))}
            />
          </SectionCard>
          <NixpkgsAges ages={view.nixpkgsAges} inputAges={view.inputAges} />
          <Movers movers={view.movers} isCompared={headlines.some(({ change }) => change !== null)} />
        </div>
        <SectionCard
          title="Teams and themes"
          note="The share of findings that pass, for adoption the share of repositories with a flake. A repository of two teams counts for each."
          isFlush
          className="print:break-inside-avoid!"
        >
          {heatMap.rows.length === 0 ? (
            <EmptyState title="Teams will stand here, one line each.">
              Teams come from GitHub, or from a teams.yml beside local repositories.
            </EmptyState>
          ) : (
            <HeatMap
              name="Teams and themes"
              parameters={parameters}
              rowHeader="Team"
              sizeHeader="Eligible"
              columns={measuredThemes.map((theme) => ({
                id: theme,
                label: themeNames[theme],
                color: themeColors[theme],
              }))}
              rows={heatMap.rows.map((row) => ({
                id: row.slug,
                label: row.name,
                href: row.href,
                depth: row.depth,
                size: row.eligible,
                cells: measuredThemes.map((theme) => heatCell(row.cells.find((cell) => cell.theme === theme))),
              }))}
            />
          )}
        </SectionCard>
        {notEligible.length > 0 ? (
          <p className="text-muted-foreground text-small">
            Out of every share:{" "}
            {notEligible.map(({ reason, count }) => formatCount(count, ...notEligibleWords(reason))).join(", ")}.{" "}
            <Link
              href={`${organizationHref(organization.slug)}/repositories?eligible=no`}
              className="underline underline-offset-4 hover:text-foreground"
            >
              See them
            </Link>
          </p>
        ) : null}
      </div>
      <CoverageFoot organization={organization} coverage={coverage} hasNotice />
    </>
  );
}

function heatCell(cell: OverviewHeatCell | undefined): HeatMapCell | null {
  return cell === undefined || cell.share === null ? null : { share: cell.share, href: cell.whyHref };
}
