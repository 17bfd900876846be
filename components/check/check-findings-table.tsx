import { OutcomeMark, outcomeWords } from "#components/finding/outcome-mark.tsx";
import { EvidencePlace } from "#components/repository/evidence-place.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import type { CheckFindingRow, CheckView } from "#lib/views/check.ts";
import { checkExportHref } from "#lib/views/hrefs.ts";
import type { TeamLink } from "#lib/views/shared.ts";

const columns: readonly Column<CheckFindingRow>[] = [
  {
    id: "repository",
    header: "Repository",
    value: (row) => row.repository.name,
    cell: (row) => (
      <span className="flex items-start gap-1.5">
        <span className="mt-0.5 shrink-0 sm:hidden">
          <OutcomeMark outcome={row.outcome} />
        </span>
        <a
          href={row.repository.href}
          className="font-medium underline-offset-4 [overflow-wrap:anywhere] hover:underline"
        >
          {row.repository.name}
        </a>
      </span>
    ),
    className: "min-w-52 max-sm:min-w-32 max-sm:max-w-40",
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
    isWideOnly: true,
  },
  {
    id: "summary",
    header: "What was seen",
    value: (row) => row.summary,
    cell: (row) => (
      <>
        <span className="[overflow-wrap:anywhere]">{row.summary}</span>
        <span className="sm:hidden">
          <Places row={row} />
        </span>
      </>
    ),
    className: "min-w-64 max-sm:min-w-44",
  },
  {
    id: "evidence",
    header: "Evidence",
    value: (row) => row.evidence.map(({ path, line }) => (line === null ? path : `${path}:${line}`)).join(", "),
    isSortable: false,
    cell: (row) => <Places row={row} />,
    isWideOnly: true,
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
    isWideOnly: true,
  },
  {
    id: "since",
    header: "Since",
    value: (row) => row.since,
    cell: (row) => <RelativeTime instant={row.since} />,
    isWideOnly: true,
    className: "whitespace-nowrap",
  },
];

function Places({ row }: { readonly row: CheckFindingRow }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {row.evidence.map((evidence) => (
        <EvidencePlace key={`${evidence.path}:${evidence.line}`} evidence={evidence} />
      ))}
    </span>
  );
}

export interface CheckFindingsTableProps {
  readonly view: CheckView;
  readonly parameters: PageParameters;
}

/** CheckFindingsTable is where a check fails, is unknown or is waived, one line for each subject. */
export function CheckFindingsTable({ view, parameters }: CheckFindingsTableProps) {
  return (
    <PagedTable
      {...describeCheckFindings(view)}
      noun={["finding", "findings"]}
      rowKey={(row) => `${row.repository.name} ${row.subject}`}
      parameters={parameters}
      exportHref={checkExportHref(view.organization.slug, view.id)}
      empty={<p className="border-t px-5 py-4 text-muted-foreground">Nothing fails and nothing is unknown.</p>}
    />
  );
}

/** describeCheckFindings is what that table is made from, on its page and in its export. */
export function describeCheckFindings({ id, findings, teams }: CheckView): ExportedRows<CheckFindingRow> {
  return { name: `Findings of ${id}`, columns, rows: findings, filters: findingFilters(teams) };
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
