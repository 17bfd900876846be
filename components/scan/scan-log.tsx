"use client";

import { CircleDashed, Equal } from "lucide-react";
import Link from "next/link";
import { OutcomeMark } from "#components/finding/outcome-mark.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import type { ScanRepositoryState } from "#lib/model/scan.ts";
import type { ScanRepositoryItem } from "#lib/views/scan.ts";

const stateWords = {
  pending: "Waiting",
  unchanged: "Unchanged",
  read: "Read",
  failed: "Failed",
} as const satisfies Record<ScanRepositoryState, string>;

const stateMarks = {
  pending: <CircleDashed className="size-4 text-muted-foreground" aria-hidden />,
  unchanged: <Equal className="size-4 text-muted-foreground" aria-hidden />,
  read: <OutcomeMark outcome="pass" isDecoration />,
  failed: <OutcomeMark outcome="fail" isDecoration />,
} as const satisfies Record<ScanRepositoryState, React.ReactNode>;

const columns: readonly Column<ScanRepositoryItem>[] = [
  {
    id: "repository",
    header: "Repository",
    value: (row) => row.fullName,
    cell: (row) =>
      row.href ? (
        <Link href={row.href} className="font-medium underline-offset-4 hover:underline">
          {row.fullName}
        </Link>
      ) : (
        <span className="font-medium">{row.fullName}</span>
      ),
    className: "[overflow-wrap:anywhere]",
  },
  {
    id: "state",
    header: "State",
    value: (row) => stateWords[row.state],
    cell: (row) => (
      <>
        <span className="inline-flex items-center gap-1.5">
          {stateMarks[row.state]}
          {stateWords[row.state]}
        </span>
        {row.failure ? <span className="block break-words text-small sm:hidden">{row.failure.message}</span> : null}
      </>
    ),
  },
  {
    id: "message",
    header: "Message",
    value: (row) => row.failure?.message ?? null,
    cell: (row) => (row.failure ? <span className="break-words">{row.failure.message}</span> : null),
    isWideOnly: true,
    className: "min-w-56",
  },
  {
    id: "finished",
    header: "Finished",
    value: (row) => row.finishedAt,
    cell: (row) =>
      row.finishedAt ? (
        <RelativeTime instant={row.finishedAt} className="whitespace-nowrap" />
      ) : (
        <span className="text-muted-foreground">–</span>
      ),
    isWideOnly: true,
  },
];

const filters: readonly TableFilter<ScanRepositoryItem>[] = [
  {
    id: "state",
    label: "Any state",
    options: Object.entries(stateWords).map(([value, label]) => ({ value, label })),
    matches: (row, state) => row.state === state,
  },
];

/** ScanLog is what became of each repository in a scan. */
export function ScanLog({ rows }: { readonly rows: readonly ScanRepositoryItem[] }) {
  return (
    <DataTable
      name="Repositories of this scan"
      noun={["repository", "repositories"]}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.fullName}
      filters={filters}
      empty={<p className="border-t px-5 py-4 text-muted-foreground">No repository is listed yet.</p>}
    />
  );
}
