import { DistributionBar, distributionSummary } from "#components/charts/distribution.tsx";
import { ShareCell } from "#components/charts/share-cell.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { SmallGlyph } from "#components/glyph/small-glyph.tsx";
import { stageParts } from "#components/repository/stage-parts.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column } from "#components/ui/table-rows.ts";
import { formatAgeDays, formatNumber } from "#lib/format/format.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";
import { teamsExportHref } from "#lib/views/hrefs.ts";
import type { TeamRow, TeamsView } from "#lib/views/teams.ts";

const percent = (share: Share): number | null => {
  const fraction = shareFraction(share);
  return fraction === null ? null : Math.round(fraction * 1000) / 10;
};

const columns: readonly Column<TeamRow>[] = [
  {
    id: "team",
    header: "Team",
    value: (row) => row.name,
    cell: (row, { isGivenOrder }) => (
      <span className="flex items-center gap-2.5" style={{ paddingLeft: isGivenOrder ? `${row.depth * 20}px` : 0 }}>
        <SmallGlyph glyph={row.glyph} />
        <a href={row.href} className="font-medium underline-offset-4 hover:underline">
          {row.name}
        </a>
      </span>
    ),
    className: "min-w-44 max-sm:min-w-32",
  },
  {
    id: "eligible",
    header: "Eligible",
    hint: "Repositories that count in shares",
    align: "end",
    value: (row) => row.eligible,
    cell: (row) => formatNumber(row.eligible),
    isWideOnly: true,
  },
  {
    id: "adoption",
    header: "Adoption, %",
    hint: "Eligible repositories with a main flake",
    value: (row) => percent(row.adoption),
    cell: (row) => <ShareCell share={row.adoption} href={row.whyHrefs.adoption} color={themeColors.adoption} />,
  },
  {
    id: "fresh",
    header: "Fresh, %",
    hint: "Repositories all of whose direct inputs are within their age limit",
    value: (row) => percent(row.fresh),
    cell: (row) => <ShareCell share={row.fresh} href={row.whyHrefs.fresh} color={themeColors.freshness} />,
  },
  {
    id: "automated",
    header: "Automated, %",
    hint: "Repositories whose inputs something updates by itself",
    value: (row) => percent(row.automated),
    cell: (row) => <ShareCell share={row.automated} href={row.whyHrefs.automated} color={themeColors.automation} />,
    isWideOnly: true,
  },
  {
    id: "stages",
    header: "Stages",
    hint: "Each eligible repository at its furthest stage",
    value: (row) => distributionSummary("repositories", stageParts(row.stageCounts)),
    isSortable: false,
    cell: (row) => (
      <div role="img" aria-label={distributionSummary("repositories", stageParts(row.stageCounts))}>
        <DistributionBar parts={stageParts(row.stageCounts)} className="h-3 w-28" />
      </div>
    ),
    isWideOnly: true,
  },
  {
    id: "age",
    header: "Median Nixpkgs age",
    hint: "Of the Nixpkgs inputs of its main flakes",
    value: (row) => row.medianNixpkgsAgeDays,
    cell: (row) =>
      row.medianNixpkgsAgeDays === null ? (
        <span className="text-muted-foreground">–</span>
      ) : (
        formatAgeDays(row.medianNixpkgsAgeDays)
      ),
    isWideOnly: true,
  },
  {
    id: "failing",
    header: "Mend first",
    hint: "The gravest check that fails, and in how many repositories",
    value: (row) => (row.topFailing ? `${row.topFailing.title} (${row.topFailing.count})` : null),
    sortValue: (row) => row.topFailing?.count ?? null,
    cell: (row) =>
      row.topFailing ? (
        <span>
          {row.topFailing.title}{" "}
          <span className="whitespace-nowrap text-muted-foreground">in {row.topFailing.count}</span>
        </span>
      ) : (
        <span className="text-muted-foreground">–</span>
      ),
    isWideOnly: true,
    className: "min-w-44",
  },
];

export interface TeamsTableProps {
  readonly view: TeamsView;
  readonly parameters: PageParameters;
}

/** TeamsTable is the tree of teams to compare; sorted by a column it becomes a flat list. */
export function TeamsTable({ view, parameters }: TeamsTableProps) {
  return (
    <PagedTable
      {...describeTeamsTable(view)}
      noun={["team", "teams"]}
      rowKey={(row) => row.slug}
      parameters={parameters}
      exportHref={teamsExportHref(view.organization.slug)}
      empty={
        <EmptyState title="Teams will stand here, one line each.">
          Teams come from GitHub, or from a teams.yml beside local repositories.
        </EmptyState>
      }
    />
  );
}

/** describeTeamsTable is what that table is made from, on its page and in its export. */
export function describeTeamsTable({ teams }: TeamsView): ExportedRows<TeamRow> {
  return { name: "Teams", columns, rows: teams, filters: [] };
}
