"use client";

import { Badge } from "#components/ui/badge.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { Column } from "#components/ui/table-rows.ts";
import type { InputItem } from "#lib/views/repository-parts.ts";
import { AgeCell } from "./age-cell.tsx";
import { EvidencePlace } from "./evidence-place.tsx";
import { branchWord, Drift, Reference, updateWords, Verdict } from "./input-cells.tsx";
import { RevisionCell } from "./revision-cell.tsx";

function inputColumns(branchesAsOf: string): readonly Column<InputItem>[] {
  return [
    {
      id: "input",
      header: "Input",
      value: (row) => row.name,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
          <span className="font-medium font-mono text-small">{row.name}</span>
          {row.isNixpkgs ? <Badge tone="accent">Nixpkgs</Badge> : null}
          {row.isPinned ? <Badge data-hint="It names a revision, which no update moves">pinned</Badge> : null}
          {row.isImplicit ? <Badge data-hint="Asked for by outputs, not declared in inputs">implicit</Badge> : null}
          {row.isFlake ? null : <Badge data-hint="flake = false">not a flake</Badge>}
          <span className="basis-full text-small sm:hidden">
            <Reference row={row} />
          </span>
        </span>
      ),
      className: "min-w-36",
    },
    {
      id: "reference",
      header: "Points to",
      value: (row) =>
        row.follows === null ? row.reference : `follows ${row.follows === "" ? "the flake itself" : row.follows}`,
      cell: (row) => <Reference row={row} />,
      isWideOnly: true,
      className: "min-w-56",
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
      hint: "Whole days since the locked revision",
      value: (row) => (row.ageDays.known ? row.ageDays.value : null),
      cell: (row) => <AgeCell ageDays={row.ageDays} isStale={row.isStale} />,
    },
    {
      id: "drift",
      header: "Behind",
      hint: "Whole days from the locked revision to the newest one of the same branch",
      value: (row) => (row.driftDays.known ? row.driftDays.value : null),
      cell: (row) => <Drift days={row.driftDays} />,
      isWideOnly: true,
    },
    {
      id: "branch",
      header: "Branch",
      hint: `Where the branch of a Nixpkgs is in its life, as of ${branchesAsOf}`,
      value: (row) => (row.branch === null ? null : branchWord(row.branch)),
      cell: (row) => <Verdict verdict={row.branch} word={branchWord(row.branch)} />,
      isWideOnly: true,
    },
    {
      id: "updates",
      header: "Updates",
      hint: "Whether something updates it by itself",
      value: (row) => (row.updates === null ? null : updateWords[row.updates.outcome]),
      cell: (row) => <Verdict verdict={row.updates} word={row.updates ? updateWords[row.updates.outcome] : ""} />,
      isWideOnly: true,
    },
    {
      id: "node",
      header: "Lock node",
      value: (row) => row.nodeLabel,
      cell: (row) => <span className="font-mono text-small">{row.nodeLabel ?? "–"}</span>,
      isHiddenAtFirst: true,
    },
    {
      id: "evidence",
      header: "Declared in",
      value: (row) => `${row.evidence.path}${row.evidence.line === null ? "" : `:${row.evidence.line}`}`,
      isSortable: false,
      className: "whitespace-nowrap",
      isWideOnly: true,
      cell: (row) => <EvidencePlace evidence={row.evidence} />,
    },
  ];
}

export interface InputsTableProps {
  readonly name: string;
  readonly inputs: readonly InputItem[];
  /** Goes in front of the table's keys in the address. */
  readonly prefix: string;
  /** The day on which the list of branches was read. */
  readonly branchesAsOf: string;
}

/** InputsTable is the inputs of one flake with what they point to and how old that is. */
export function InputsTable({ name, inputs, prefix, branchesAsOf }: InputsTableProps) {
  return (
    <DataTable
      name={name}
      noun={["input", "inputs"]}
      columns={inputColumns(branchesAsOf)}
      rows={inputs}
      rowKey={(row) => row.name}
      prefix={prefix}
      empty={<p className="border-t px-5 py-4 text-muted-foreground">This flake has no inputs.</p>}
    />
  );
}
