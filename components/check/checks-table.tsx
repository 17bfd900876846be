import { ShareCell } from "#components/charts/share-cell.tsx";
import { ThemeLabel } from "#components/finding/theme-label.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import { formatNumber, formatPoints } from "#lib/format/format.ts";
import { themeNames, themes } from "#lib/model/finding.ts";
import { shareFraction } from "#lib/model/share.ts";
import type { ChecksView, ListedCheck } from "#lib/views/checks.ts";
import { checksExportHref } from "#lib/views/hrefs.ts";

const severityOrder = { error: 0, warning: 1, advice: 2 } as const;

const columns: readonly Column<ListedCheck>[] = [
  {
    id: "check",
    header: "Check",
    value: (row) => row.title,
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-1.5">
        <a href={row.href} className="font-medium underline-offset-4 hover:underline">
          {row.title}
        </a>
        {row.isOff ? <Badge>turned off</Badge> : null}
        <span className="flex basis-full items-center gap-1 text-muted-foreground text-small sm:hidden">
          <ThemeLabel theme={row.theme} /> · {row.severity}
        </span>
      </span>
    ),
    className: "min-w-40 sm:min-w-56",
  },
  {
    id: "theme",
    header: "Theme",
    value: (row) => themeNames[row.theme],
    cell: (row) => <ThemeLabel theme={row.theme} />,
    isWideOnly: true,
  },
  {
    id: "severity",
    header: "Severity",
    hint: "How loudly a fail speaks under the policy here",
    value: (row) => row.severity,
    sortValue: (row) => severityOrder[row.severity],
    cell: (row) => row.severity,
    isWideOnly: true,
  },
  {
    id: "passing",
    header: "Passing, %",
    hint: "Repositories that pass, of those to which it applies",
    value: (row) => {
      const fraction = shareFraction(row.share);
      return fraction === null ? null : Math.round(fraction * 1000) / 10;
    },
    cell: (row) => <ShareCell share={row.share} href={row.whyHref} color={themeColors[row.theme]} />,
  },
  {
    id: "change",
    header: "Change",
    hint: "In percentage points, against about a month ago; a dash where there are no points of that time",
    align: "end",
    value: (row) => (row.change === null ? null : Math.round(row.change.percentagePoints)),
    cell: (row) =>
      row.change === null ? (
        <span className="text-muted-foreground">–</span>
      ) : (
        <span className="whitespace-nowrap">{formatPoints(row.change.percentagePoints)}</span>
      ),
    isWideOnly: true,
  },
  countColumn("failing", "Failing", "Repositories that fail", (row) => row.failing),
  {
    ...countColumn("unknown", "Unknown", "Repositories in which it could not be decided", (row) => row.share.unknown),
    isWideOnly: true,
  },
  {
    ...countColumn("waived", "Waived", "Repositories with a fail that a person has waived", (row) => row.waived),
    isWideOnly: true,
  },
  {
    id: "id",
    header: "Id",
    value: (row) => row.id,
    cell: (row) => <span className="font-mono text-small">{row.id}</span>,
    isHiddenAtFirst: true,
  },
];

function countColumn(
  id: string,
  header: string,
  hint: string,
  count: (row: ListedCheck) => number,
): Column<ListedCheck> {
  return {
    id,
    header,
    hint,
    align: "end",
    value: (row) => (row.isOff ? null : count(row)),
    cell: (row) =>
      row.isOff || count(row) === 0 ? <span className="text-muted-foreground">–</span> : formatNumber(count(row)),
  };
}

const filters: readonly TableFilter<ListedCheck>[] = [
  {
    id: "theme",
    label: "Every theme",
    options: themes.map((theme) => ({ value: theme, label: themeNames[theme] })),
    matches: (row, theme) => row.theme === theme,
  },
  {
    id: "severity",
    label: "Any severity",
    options: ["error", "warning", "advice"].map((severity) => ({ value: severity, label: severity })),
    matches: (row, severity) => row.severity === severity,
  },
  {
    id: "outcome",
    label: "Any outcome",
    options: [
      { value: "fail", label: "Fails somewhere" },
      { value: "unknown", label: "Unknown somewhere" },
      { value: "pass", label: "Passes everywhere" },
      { value: "off", label: "Turned off" },
    ],
    matches: matchesOutcome,
  },
];

function matchesOutcome({ isOff, failing, share }: ListedCheck, outcome: string): boolean {
  if (outcome === "fail") return failing > 0;
  if (outcome === "unknown") return share.unknown > 0;
  if (outcome === "off") return isOff;
  return share.denominator > 0 && share.numerator === share.denominator;
}

export interface ChecksTableProps {
  readonly view: ChecksView;
  readonly parameters: PageParameters;
}

// All of them, so that a reader sees every theme.
const rowsPerPage = 200;

/** ChecksTable is every check by theme, with how the repositories fare. */
export function ChecksTable({ view, parameters }: ChecksTableProps) {
  return (
    <PagedTable
      {...describeChecksTable(view)}
      noun={["check", "checks"]}
      rowKey={(row) => row.id}
      groupOf={(row) => themeNames[row.theme]}
      rowsPerPage={rowsPerPage}
      parameters={parameters}
      exportHref={checksExportHref(view.organization.slug)}
      empty={<EmptyState title="Checks will stand here, one line each.">This version has none.</EmptyState>}
    />
  );
}

/** describeChecksTable is what that table is made from, on its page and in its export. */
export function describeChecksTable({ checks }: ChecksView): ExportedRows<ListedCheck> {
  return { name: "Checks", columns, rows: checks, filters };
}
