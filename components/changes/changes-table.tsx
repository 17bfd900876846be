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
import { formatDay, formatNofN } from "#lib/format/format.ts";
import type { Share } from "#lib/model/share.ts";
import type { ChangeKind, ChangeRow, ChangesView } from "#lib/views/changes.ts";
import { changesExportHref } from "#lib/views/hrefs.ts";
import { ChangeMark, changeNames } from "./change-mark.tsx";

function shareCell(share: Share | null) {
  if (share === null) return <span className="text-muted-foreground">not counted</span>;
  return `${formatNofN(share)}${share.unknown > 0 ? `, ${share.unknown} unknown` : ""}`;
}

const columns: readonly Column<ChangeRow>[] = [
  countedRepository,
  {
    id: "change",
    header: "Change",
    value: (row) => changeNames[row.kind],
    cell: (row) => <ChangeMark kind={row.kind} />,
  },
  {
    id: "before",
    header: "Before",
    value: (row) => (row.before === null ? null : `${row.before.numerator} of ${row.before.denominator}`),
    cell: (row) => shareCell(row.before),
    isWideOnly: true,
    className: "whitespace-nowrap",
  },
  {
    id: "after",
    header: "After",
    value: (row) => (row.after === null ? null : `${row.after.numerator} of ${row.after.denominator}`),
    cell: (row) => shareCell(row.after),
    isWideOnly: true,
    className: "whitespace-nowrap",
  },
  {
    id: "day",
    header: "On",
    hint: "The day on which it began to count as it does on the later day",
    value: (row) => row.day,
    cell: (row) => (row.day === null ? nothingHere : <span className="whitespace-nowrap">{formatDay(row.day)}</span>),
  },
  { ...countedCommit, hint: "None when no commit did it, as when an input passed its age limit" },
  countedOwner,
];

const kinds = ["gained", "lost", "moved", "began", "ceased"] as const satisfies readonly ChangeKind[];

const filters: readonly TableFilter<ChangeRow>[] = [
  {
    id: "change",
    label: "Any change",
    options: kinds.map((value) => ({ value, label: changeNames[value] })),
    matches: (row, value) => row.kind === value,
  },
];

export interface ChangesTableProps {
  readonly view: ChangesView;
  readonly parameters: PageParameters;
}

/** ChangesTable is every repository that counts otherwise than before. */
export function ChangesTable({ view, parameters }: ChangesTableProps) {
  return (
    <PagedTable
      {...describeChangesTable(view)}
      noun={["repository", "repositories"]}
      rowKey={(row) => row.name}
      parameters={parameters}
      exportHref={changesExportHref(view.organization.slug)}
      empty={
        <EmptyState title="Nothing changed between these days.">Every repository counts as it did before.</EmptyState>
      }
    />
  );
}

/** describeChangesTable is what that table is made from, on its page and in its export. */
export function describeChangesTable({ metric, rows }: ChangesView): ExportedRows<ChangeRow> {
  return { name: `Changes of ${metric.label}`, columns, rows, filters };
}
