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
import { formatDay, formatNofN } from "#lib/format/format.ts";
import type { Share } from "#lib/model/share.ts";
import type { ChangeKind, ChangeRow } from "#lib/views/changes.ts";
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
  },
  {
    id: "after",
    header: "After",
    value: (row) => (row.after === null ? null : `${row.after.numerator} of ${row.after.denominator}`),
    cell: (row) => shareCell(row.after),
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

/** ChangesTable is every repository that counts otherwise than before. */
export function ChangesTable({ name, rows }: { readonly name: string; readonly rows: readonly ChangeRow[] }) {
  return (
    <DataTable
      name={name}
      noun={["repository", "repositories"]}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      filters={filters}
      empty={
        <EmptyState title="Nothing changed between these days.">Every repository counts as it did before.</EmptyState>
      }
    />
  );
}
