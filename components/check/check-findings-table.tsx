"use client";

import Link from "next/link";
import { useMemo } from "react";
import { OutcomeMark, outcomeWords } from "#components/finding/outcome-mark.tsx";
import { EvidencePlace } from "#components/repository/evidence-place.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import type { CheckFindingRow } from "#lib/views/check.ts";
import type { TeamLink } from "#lib/views/shared.ts";

const columns: readonly Column<CheckFindingRow>[] = [
  {
    id: "repository",
    header: "Repository",
    value: (row) => row.repository.name,
    cell: (row) => (
      <Link href={row.repository.href} className="font-medium underline-offset-4 hover:underline">
        {row.repository.name}
      </Link>
    ),
    className: "min-w-36",
  },
  {
    id: "outcome",
    header: "Outcome",
    value: (row) => outcomeWords[row.outcome],
    cell: (row) => (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <OutcomeMark outcome={row.outcome} isDecoration />
        {outcomeWords[row.outcome]}
      </span>
    ),
  },
  {
    id: "summary",
    header: "What was seen",
    value: (row) => row.summary,
    cell: (row) => <span className="[overflow-wrap:anywhere]">{row.summary}</span>,
    className: "min-w-64",
  },
  {
    id: "evidence",
    header: "Evidence",
    value: (row) => row.evidence.map(({ path, line }) => (line === null ? path : `${path}:${line}`)).join(", "),
    isSortable: false,
    cell: (row) => (
      <span className="flex flex-wrap gap-x-3">
        {row.evidence.map((evidence) => (
          <EvidencePlace key={`${evidence.path}:${evidence.line}`} evidence={evidence} />
        ))}
      </span>
    ),
    className: "min-w-36",
  },
  {
    id: "teams",
    header: "Owner",
    value: (row) => row.teams.map(({ name }) => name).join(", "),
    cell: (row) =>
      row.teams.length === 0 ? (
        <span className="text-muted-foreground">unowned</span>
      ) : (
        row.teams.map(({ name }) => name).join(", ")
      ),
  },
  {
    id: "since",
    header: "Since",
    value: (row) => row.since,
    cell: (row) => <RelativeTime instant={row.since} />,
    className: "whitespace-nowrap",
  },
];

export interface CheckFindingsTableProps {
  readonly name: string;
  readonly rows: readonly CheckFindingRow[];
  readonly teams: readonly TeamLink[];
}

/** CheckFindingsTable is where a check fails, is unknown or is waived, one line for each subject. */
export function CheckFindingsTable({ name, rows, teams }: CheckFindingsTableProps) {
  const filters = useMemo(() => findingFilters(teams), [teams]);
  return (
    <DataTable
      name={name}
      noun={["finding", "findings"]}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.repository.name} ${row.subject}`}
      filters={filters}
      empty={<p className="border-t px-5 py-4 text-muted-foreground">Nothing fails and nothing is unknown.</p>}
    />
  );
}

function findingFilters(teams: readonly TeamLink[]): readonly TableFilter<CheckFindingRow>[] {
  return [
    {
      id: "team",
      label: "Every team",
      options: [...teams.map(({ slug, name }) => ({ value: slug, label: name })), { value: "none", label: "Unowned" }],
      matches: (row, slug) => (slug === "none" ? row.teams.length === 0 : row.teams.some((team) => team.slug === slug)),
    },
    {
      id: "outcome",
      label: "Any outcome",
      options: (["fail", "unknown", "waived"] as const).map((value) => ({ value, label: outcomeWords[value] })),
      matches: (row, outcome) => row.outcome === outcome,
    },
  ];
}
