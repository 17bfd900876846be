"use client";

import Link from "next/link";
import { AgeCell } from "#components/repository/age-cell.tsx";
import { RevisionCell } from "#components/repository/revision-cell.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { PathText } from "#components/ui/path-text.tsx";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import type { GraphRow } from "#lib/views/input-graph/graph-rows.ts";
import { inputHref } from "#lib/views/upstream-item.ts";

const indentPixels = 16;
// Deeper ones are named by their path all the same.
const indentMax = 8;

function columnsOf(slug: string): readonly Column<GraphRow>[] {
  return [
    {
      id: "input",
      header: "Input",
      hint: "Under the input that brings it in on the shortest way",
      value: (row) => row.path,
      cell: (row, { isGivenOrder }) => (
        <span
          className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5"
          style={isGivenOrder ? { paddingLeft: Math.min(indentMax, depthOf(row)) * indentPixels } : undefined}
        >
          <span className="font-medium font-mono text-small [overflow-wrap:anywhere]">
            {isGivenOrder ? row.name : row.path}
          </span>
          {row.isRepeated ? <Badge tone="accent">one of several Nixpkgs</Badge> : null}
          {row.isFlake ? null : <Badge>not a flake</Badge>}
          <span className="basis-full text-small sm:hidden">
            <Upstream slug={slug} row={row} />
          </span>
        </span>
      ),
      className: "min-w-52 max-sm:min-w-36",
    },
    {
      id: "upstream",
      header: "Upstream",
      value: (row) => row.upstream,
      cell: (row) => <Upstream slug={slug} row={row} />,
      isWideOnly: true,
      className: "min-w-40",
    },
    {
      id: "ref",
      header: "Ref",
      value: (row) => row.ref,
      cell: (row) => <span className="font-mono text-small">{row.ref ?? "–"}</span>,
      isWideOnly: true,
    },
    {
      id: "revision",
      header: "Revision",
      value: (row) => row.revision,
      isSortable: false,
      cell: (row) => <RevisionCell revision={row.revision} />,
      isWideOnly: true,
    },
    {
      id: "age",
      header: "Age",
      value: (row) => (row.ageDays.known ? row.ageDays.value : null),
      cell: (row) => <AgeCell ageDays={row.ageDays} isStale={row.isBeyondLimit} />,
    },
    {
      id: "borrows",
      header: "Its own inputs that stand elsewhere",
      value: (row) => row.borrows.join("; "),
      isSortable: false,
      cell: (row) => (
        <span className="font-mono text-small [overflow-wrap:anywhere]">{row.borrows.join("; ") || "–"}</span>
      ),
      isWideOnly: true,
      className: "min-w-52",
    },
    {
      id: "only",
      header: "Only through",
      hint: "The direct input without which it would be gone",
      value: (row) => row.onlyInput,
      cell: (row) => <span className="font-mono text-small">{row.onlyInput ?? "–"}</span>,
      isHiddenAtFirst: true,
    },
  ];
}

function Upstream({ slug, row }: { readonly slug: string; readonly row: GraphRow }) {
  if (row.upstream === null || row.upstream.startsWith("path:")) {
    return <span className="font-mono text-muted-foreground text-small">{row.upstream ?? "cannot be told"}</span>;
  }
  return (
    <Link
      href={inputHref(slug, row.upstream)}
      prefetch={false}
      className="font-mono text-small underline-offset-4 [overflow-wrap:anywhere] hover:underline"
    >
      <PathText text={row.upstream} />
    </Link>
  );
}

function depthOf({ path }: GraphRow): number {
  return path.split("/").length - 1;
}

const filters: readonly TableFilter<GraphRow>[] = [
  {
    id: "state",
    label: "In any state",
    options: [
      { value: "direct", label: "Direct" },
      { value: "old", label: "Beyond the limit" },
      { value: "nixpkgs", label: "Nixpkgs" },
    ],
    matches: (row, state) =>
      state === "direct" ? row.isDirect : state === "old" ? row.isBeyondLimit : state === "nixpkgs" && row.isNixpkgs,
  },
];

/** InputGraphTable is the picture of a flake's inputs as a table, each below what brings it in. */
export function InputGraphTable({
  slug,
  title,
  rows,
}: {
  readonly slug: string;
  readonly title: string;
  readonly rows: readonly GraphRow[];
}) {
  return (
    <DataTable
      name={`Input graph of ${title}`}
      noun={["node", "nodes"]}
      columns={columnsOf(slug)}
      rows={rows}
      rowKey={(row) => row.label}
      filters={filters}
      empty={<p className="border-t px-5 py-4 text-muted-foreground">The lock holds nothing.</p>}
    />
  );
}
