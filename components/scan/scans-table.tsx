import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column } from "#components/ui/table-rows.ts";
import { formatCount, formatNumber, formatUtc } from "#lib/format/format.ts";
import { scanHref, scansExportHref } from "#lib/views/hrefs.ts";
import type { ScansView } from "#lib/views/scans.ts";
import type { ScanItem } from "#lib/views/shared.ts";
import { scanDuration, scanStateTones, scanStateWords, scanTriggerWords } from "./scan-words.ts";

function scanColumns(slug: string): readonly Column<ScanItem>[] {
  return [
    {
      id: "asked",
      header: "Asked for",
      value: (row) => row.requestedAt,
      cell: (row) => (
        <span className="sm:whitespace-nowrap">
          <a href={scanHref(slug, row.id)} className="font-medium underline-offset-4 hover:underline">
            {formatUtc(row.requestedAt)}
          </a>
          <span className="text-muted-foreground max-sm:block max-sm:text-small print:hidden sm:ml-2">
            <RelativeTime instant={row.requestedAt} />
          </span>
        </span>
      ),
      className: "min-w-44 max-sm:min-w-32",
    },
    {
      id: "state",
      header: "State",
      value: (row) => scanStateWords[row.state],
      cell: (row) => <Badge tone={scanStateTones[row.state]}>{scanStateWords[row.state]}</Badge>,
    },
    {
      id: "read",
      header: "Read",
      hint: "Repositories read, changed or not",
      value: (row) => row.read + row.unchanged,
      cell: (row) => (
        <span className="whitespace-nowrap">
          {formatNumber(row.read + row.unchanged)}{" "}
          <span className="text-muted-foreground">of {formatNumber(row.total)}</span>
          {row.failed > 0 ? (
            <span className="block text-fail text-small sm:hidden">{formatNumber(row.failed)} failed</span>
          ) : null}
        </span>
      ),
    },
    {
      id: "changed",
      header: "Changed",
      hint: "Repositories whose content was read anew",
      align: "end",
      value: (row) => row.read,
      cell: (row) => formatNumber(row.read),
      isWideOnly: true,
    },
    {
      id: "failed",
      header: "Failed",
      align: "end",
      value: (row) => row.failed,
      cell: (row) => (
        <span className={row.failed > 0 ? "font-medium text-fail" : "text-muted-foreground"}>
          {formatNumber(row.failed)}
        </span>
      ),
      isWideOnly: true,
    },
    {
      id: "flakes",
      header: "With a flake",
      align: "end",
      value: (row) => row.withFlake,
      cell: (row) => formatNumber(row.withFlake),
      isWideOnly: true,
    },
    {
      id: "requests",
      header: "Requests",
      hint: "What it asked of its provider; points are what GitHub counts",
      align: "end",
      value: (row) => row.requests.graphql + row.requests.rest,
      cell: (row) => (
        <span className="whitespace-nowrap">
          {formatNumber(row.requests.graphql + row.requests.rest)}
          {row.requests.points > 0 ? (
            <span className="text-muted-foreground">, {formatCount(row.requests.points, "point", "points")}</span>
          ) : null}
        </span>
      ),
      isWideOnly: true,
    },
    {
      id: "took",
      header: "Took",
      value: (row) => scanDuration(row),
      sortValue: (row) =>
        row.startedAt && row.finishedAt ? Date.parse(row.finishedAt) - Date.parse(row.startedAt) : null,
      cell: (row) => <span className="whitespace-nowrap">{scanDuration(row) ?? "–"}</span>,
      isWideOnly: true,
    },
    {
      id: "trigger",
      header: "Started",
      value: (row) => scanTriggerWords(row.trigger),
      cell: (row) => (
        <span className="whitespace-nowrap">
          {scanTriggerWords(row.trigger)}
          {row.isFull ? ", reading everything" : ""}
        </span>
      ),
      isWideOnly: true,
    },
  ];
}

export interface ScansTableProps {
  readonly view: ScansView;
  readonly parameters: PageParameters;
}

/** ScansTable is the history of scans, the latest first. */
export function ScansTable({ view, parameters }: ScansTableProps) {
  return (
    <PagedTable
      {...describeScansTable(view)}
      noun={["scan", "scans"]}
      rowKey={(row) => row.id}
      parameters={parameters}
      exportHref={scansExportHref(view.organization.slug)}
      empty={
        <EmptyState title="Scans will stand here, the latest first.">
          A scan lists the repositories, reads what changed, and counts.
        </EmptyState>
      }
    />
  );
}

/** describeScansTable is what that table is made from, on its page and in its export. */
export function describeScansTable({ organization, scans }: ScansView): ExportedRows<ScanItem> {
  return { name: "Scans", columns: scanColumns(organization.slug), rows: scans, filters: [] };
}
