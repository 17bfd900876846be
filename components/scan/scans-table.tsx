"use client";

import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Column } from "#components/ui/table-rows.ts";
import { formatCount, formatNumber, formatUtc } from "#lib/format/format.ts";
import { scanHref } from "#lib/views/hrefs.ts";
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
          <Link href={scanHref(slug, row.id)} className="font-medium underline-offset-4 hover:underline">
            {formatUtc(row.requestedAt)}
          </Link>
          <span className="text-muted-foreground max-sm:block max-sm:text-small sm:ml-2">
            <RelativeTime instant={row.requestedAt} />
          </span>
        </span>
      ),
      className: "min-w-44",
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
    },
    {
      id: "flakes",
      header: "With a flake",
      align: "end",
      value: (row) => row.withFlake,
      cell: (row) => formatNumber(row.withFlake),
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
    },
    {
      id: "took",
      header: "Took",
      value: (row) => scanDuration(row),
      sortValue: (row) =>
        row.startedAt && row.finishedAt ? Date.parse(row.finishedAt) - Date.parse(row.startedAt) : null,
      cell: (row) => <span className="whitespace-nowrap">{scanDuration(row) ?? "–"}</span>,
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
    },
  ];
}

export interface ScansTableProps {
  readonly slug: string;
  readonly scans: readonly ScanItem[];
}

/** ScansTable is the history of scans, the latest first. */
export function ScansTable({ slug, scans }: ScansTableProps) {
  return (
    <DataTable
      name="Scans"
      noun={["scan", "scans"]}
      columns={scanColumns(slug)}
      rows={scans}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title="Scans will stand here, the latest first.">
          A scan lists the repositories, reads what changed, and counts.
        </EmptyState>
      }
    />
  );
}
