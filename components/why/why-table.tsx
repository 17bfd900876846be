import {
  countedCommit,
  countedOwner,
  countedRepository,
  nothingHere,
} from "#components/repository/counted-columns.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import { formatNofN } from "#lib/format/format.ts";
import { whyExportHref } from "#lib/views/hrefs.ts";
import { standingNames, standings } from "#lib/views/standing.ts";
import type { WhyRow, WhyView } from "#lib/views/why.ts";
import { StandingMark } from "./standing-mark.tsx";

const standing: Column<WhyRow> = {
  id: "standing",
  header: "Standing",
  value: (row) => standingNames[row.standing],
  cell: (row) => (
    <>
      <StandingMark standing={row.standing} />
      <span className="block text-muted-foreground text-small [overflow-wrap:anywhere] sm:hidden">{row.reason}</span>
    </>
  ),
};

const counted: Column<WhyRow> = {
  id: "counted",
  header: "Counted",
  hint: "How much of it is in the numerator, of what it adds to the denominator",
  align: "end",
  value: (row) => (row.share === null ? null : `${row.share.numerator} of ${row.share.denominator}`),
  sortValue: (row) => row.share?.denominator ?? null,
  cell: (row) =>
    row.share === null || row.share.denominator === 0 ? (
      nothingHere
    ) : (
      <span className="whitespace-nowrap">
        {formatNofN(row.share)}
        {row.share.unknown > 0 ? `, ${row.share.unknown} unknown` : ""}
      </span>
    ),
};

const rest: readonly Column<WhyRow>[] = [countedOwner, countedCommit];

const reason: Column<WhyRow> = {
  id: "reason",
  header: "Reason",
  value: (row) => row.reason,
  cell: (row) => row.reason,
  className: "min-w-64 max-sm:min-w-44",
};

const standingFilter: TableFilter<WhyRow> = {
  id: "standing",
  label: "Any standing",
  options: standings.map((value) => ({ value, label: standingNames[value] })),
  matches: (row, value) => row.standing === value,
};

export interface WhyTableProps {
  readonly view: WhyView;
  readonly parameters: PageParameters;
}

/** WhyTable is every repository behind a figure, with how it stands to it and why. */
export function WhyTable({ view, parameters }: WhyTableProps) {
  return (
    <PagedTable
      {...describeWhyTable(view)}
      noun={["repository", "repositories"]}
      rowKey={(row) => row.name}
      parameters={parameters}
      exportHref={whyExportHref(view.organization.slug, view.metric.id)}
      empty={<EmptyState title="No repository was there on this day." />}
    />
  );
}

/** describeWhyTable is what that table is made from, on its page and in its export. */
export function describeWhyTable({
  metric,
  figure,
  rows,
  teams,
}: Pick<WhyView, "metric" | "figure" | "rows" | "teams">): ExportedRows<WhyRow> {
  const owners = new Set(rows.flatMap((row) => row.teams.map(({ slug }) => slug)));
  const ownerFilter: TableFilter<WhyRow> = {
    id: "owner",
    label: "Any owner",
    options: teams.filter(({ slug }) => owners.has(slug)).map(({ slug, name }) => ({ value: slug, label: name })),
    matches: (row, value) => row.teams.some(({ slug }) => slug === value),
  };
  return {
    name: `Why ${metric.label}`,
    columns: [
      countedRepository,
      ...(figure.kind === "median" ? [] : [standing]),
      ...(metric.unit === "repositories" ? [] : [counted]),
      // A phone has the reason below the standing, where there is one.
      { ...reason, isWideOnly: figure.kind !== "median" },
      ...rest,
    ],
    rows,
    filters: figure.kind === "median" ? [ownerFilter] : [standingFilter, ownerFilter],
  };
}
