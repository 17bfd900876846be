"use client";

import {
  countedCommit,
  countedOwner,
  countedRepository,
  nothingHere,
} from "#components/repository/counted-columns.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import { formatNofN } from "#lib/format/format.ts";
import { standingNames, standings } from "#lib/views/standing.ts";
import type { WhyRow, WhyView } from "#lib/views/why.ts";
import { StandingMark } from "./standing-mark.tsx";

const standing: Column<WhyRow> = {
  id: "standing",
  header: "Standing",
  value: (row) => standingNames[row.standing],
  cell: (row) => <StandingMark standing={row.standing} />,
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

const rest: readonly Column<WhyRow>[] = [
  { id: "reason", header: "Reason", value: (row) => row.reason, cell: (row) => row.reason, className: "min-w-64" },
  countedOwner,
  countedCommit,
];

const standingFilter: TableFilter<WhyRow> = {
  id: "standing",
  label: "Any standing",
  options: standings.map((value) => ({ value, label: standingNames[value] })),
  matches: (row, value) => row.standing === value,
};

/** WhyTable is every repository behind a figure, with how it stands to it and why. */
export function WhyTable({ view }: { readonly view: Pick<WhyView, "metric" | "figure" | "rows" | "teams"> }) {
  const { metric, figure, rows, teams } = view;
  const present = teams.filter(({ slug }) => rows.some((row) => row.teams.some((team) => team.slug === slug)));
  const filters: readonly TableFilter<WhyRow>[] = [
    ...(figure.kind === "median" ? [] : [standingFilter]),
    {
      id: "owner",
      label: "Any owner",
      options: present.map(({ slug, name }) => ({ value: slug, label: name })),
      matches: (row, value) => row.teams.some(({ slug }) => slug === value),
    },
  ];
  return (
    <DataTable
      name={`Why ${metric.label}`}
      noun={["repository", "repositories"]}
      columns={[
        countedRepository,
        ...(figure.kind === "median" ? [] : [standing]),
        ...(metric.unit === "repositories" ? [] : [counted]),
        ...rest,
      ]}
      rows={rows}
      rowKey={(row) => row.name}
      filters={filters}
      empty={<EmptyState title="No repository was there on this day." />}
    />
  );
}
