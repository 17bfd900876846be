import { AgeStrip } from "#components/charts/age-strip.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import { PathText } from "#components/ui/path-text.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column } from "#components/ui/table-rows.ts";
import { formatNumber } from "#lib/format/format.ts";
import { inputsExportHref } from "#lib/views/hrefs.ts";
import type { InputRow, InputsView } from "#lib/views/inputs.ts";
import { upstreamKindNames } from "#lib/views/upstream-kind-names.ts";
import { BranchMark, DriftWords, ReachWords, RepositoryCounts, UsageAges } from "./input-cells.tsx";
import { inputFilters } from "./input-filters.ts";

const columns = (limits: InputsView["limits"], all: number): readonly Column<InputRow>[] => [
  {
    id: "input",
    header: "Input",
    value: (row) => row.upstream,
    sortValue: (row) => row.name,
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <a
          href={row.href}
          className="font-medium font-mono text-small underline-offset-4 [overflow-wrap:anywhere] hover:underline"
        >
          <PathText text={row.name} />
        </a>
        <span className="text-muted-foreground text-small">{upstreamKindNames[row.kind]}</span>
        {row.isNixpkgs ? <Badge tone="accent">Nixpkgs</Badge> : null}
      </span>
    ),
    className: "min-w-52 max-sm:min-w-32",
  },
  {
    id: "repositories",
    header: "Repositories",
    hint: `Repositories with a flake that depend on it, of ${all}`,
    align: "end",
    value: (row) => row.repositories,
    cell: (row) => <RepositoryCounts row={row} />,
    className: "whitespace-nowrap",
  },
  {
    ...countColumn(
      "direct",
      "Direct",
      "Repositories that declare it themselves",
      (row) => row.direct?.repositories ?? 0,
    ),
    isHiddenAtFirst: true,
  },
  {
    ...countColumn(
      "through",
      "Only through",
      "Repositories in which only other inputs bring it in",
      (row) => row.repositories - (row.direct?.repositories ?? 0),
    ),
    isHiddenAtFirst: true,
  },
  {
    ...countColumn("teams", "Teams", "Teams that own one of these repositories", (row) => row.teams),
    isWideOnly: true,
  },
  {
    ...countColumn(
      "revisions",
      "Revisions",
      "Distinct revisions that locks hold: of direct inputs, or of all where none is direct",
      (row) => (row.direct ?? row.transitive)?.revisions ?? 0,
    ),
    isWideOnly: true,
  },
  {
    id: "age",
    header: "Age, days",
    hint: "Median age; youngest to oldest. Above the line what is declared, below it what others bring in",
    align: "end",
    value: (row) => (row.direct ?? row.transitive)?.spread?.medianDays ?? null,
    cell: (row) => <UsageAges row={row} />,
    className: "whitespace-nowrap",
  },
  {
    id: "spread",
    header: "Spread",
    hint: "Today at the left, two years at the right, the limit dashed",
    value: (row) => spreadWords(row),
    isSortable: false,
    cell: (row) => (
      <AgeStrip
        above={row.direct?.spread?.marks ?? []}
        below={row.transitive?.spread?.marks ?? []}
        limitDays={row.isNixpkgs ? limits.nixpkgsDays : limits.inputDays}
      />
    ),
    isWideOnly: true,
  },
  {
    id: "branch",
    header: "Branches",
    hint: "What direct inputs ask for; the status of Nixpkgs branches is from a dated list",
    value: (row) => row.refs.map(({ ref, status }) => `${ref ?? "default"}${status ? ` (${status})` : ""}`).join(", "),
    cell: (row) => <BranchMark row={row} />,
    isWideOnly: true,
    className: "min-w-32",
  },
  {
    id: "drift",
    header: "Behind, days",
    hint: "How far the direct input that is furthest behind lies behind its branch",
    value: (row) => row.direct?.drift.daysMax ?? null,
    cell: (row) => <DriftWords row={row} />,
    isWideOnly: true,
    className: "whitespace-nowrap",
  },
  {
    id: "reached",
    header: "Updated",
    hint: "Direct inputs that some automation updates",
    value: (row) => (row.direct === null ? null : row.direct.reach.reached),
    cell: (row) => <ReachWords row={row} />,
    isWideOnly: true,
    className: "whitespace-nowrap",
  },
  {
    ...countColumn(
      "repeating",
      "Repeated",
      "Repositories with a lock that holds it more than once",
      (row) => row.repeating,
    ),
    isWideOnly: true,
  },
];

function countColumn(id: string, header: string, hint: string, count: (row: InputRow) => number): Column<InputRow> {
  return {
    id,
    header,
    hint,
    align: "end",
    value: count,
    cell: (row) => (count(row) === 0 ? <span className="text-muted-foreground">–</span> : formatNumber(count(row))),
  };
}

function spreadWords({ direct, transitive }: InputRow): string | null {
  const spread = (direct ?? transitive)?.spread;
  return spread ? `${spread.minDays} to ${spread.maxDays}` : null;
}

export interface InputsTableProps {
  readonly view: InputsView;
  readonly parameters: PageParameters;
}

/** InputsTable is every upstream with who depends on it, at which revisions and ages. */
export function InputsTable({ view, parameters }: InputsTableProps) {
  return (
    <PagedTable
      {...describeInputsTable(view)}
      noun={["upstream", "upstreams"]}
      rowKey={(row) => row.upstream}
      parameters={parameters}
      exportHref={inputsExportHref(view.organization.slug)}
      empty={
        <EmptyState title="Every upstream that flakes depend on will stand here.">
          {view.team === null
            ? "No repository that counts has a flake yet."
            : `${view.team.name} owns no flake that counts.`}
        </EmptyState>
      }
    />
  );
}

/** describeInputsTable is what that table is made from, on its page and in its export. */
export function describeInputsTable({ limits, flakeRepositories, inputs }: InputsView): ExportedRows<InputRow> {
  return { name: "Inputs", columns: columns(limits, flakeRepositories), rows: inputs, filters: inputFilters };
}
