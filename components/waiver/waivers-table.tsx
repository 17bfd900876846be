"use client";

import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import { formatDay } from "#lib/format/format.ts";
import type { WaiverItem, WaiverState, WaiversView } from "#lib/views/waivers.ts";
import { EndWaiver } from "./end-waiver.tsx";

const stateWords = {
  "in-force": { label: "In force", tone: "accent" },
  expiring: { label: "Ends within 30 days", tone: "notice" },
  expired: { label: "Expired", tone: "neutral" },
  ended: { label: "Ended", tone: "neutral" },
} as const satisfies Record<WaiverState, { readonly label: string; readonly tone: string }>;

const filters: readonly TableFilter<WaiverItem>[] = [
  {
    id: "state",
    label: "Any state",
    options: Object.entries(stateWords).map(([value, { label }]) => ({ value, label })),
    matches: (row, value) => row.state === value,
  },
];

function waiverColumns(slug: string): readonly Column<WaiverItem>[] {
  return [
    {
      id: "repository",
      header: "Repository",
      value: (row) => row.repository,
      cell: (row) => (
        <Link href={row.href} className="font-medium underline-offset-4 hover:underline">
          {row.repository}
        </Link>
      ),
    },
    {
      id: "check",
      header: "Check",
      value: (row) => row.checkId,
      cell: (row) => (
        <>
          {row.checkTitle}
          {row.subject === null ? null : (
            <span className="block break-all font-mono text-muted-foreground text-small">{row.subject}</span>
          )}
        </>
      ),
      className: "min-w-44",
    },
    {
      id: "reason",
      header: "Reason",
      value: (row) => row.reason,
      cell: (row) => <span className="block max-w-96 break-words">{row.reason}</span>,
      className: "min-w-44",
    },
    {
      id: "state",
      header: "State",
      value: (row) => stateWords[row.state].label,
      cell: (row) => <Badge tone={stateWords[row.state].tone}>{stateWords[row.state].label}</Badge>,
    },
    {
      id: "ends",
      header: "Last day",
      hint: "It holds through the end of this day, UTC",
      value: (row) => row.lastDay,
      cell: (row) => <span className="whitespace-nowrap">{formatDay(row.lastDay)}</span>,
    },
    {
      id: "granted",
      header: "Granted",
      value: (row) => row.grantedAt,
      cell: (row) => (
        <span className="whitespace-nowrap">
          <RelativeTime instant={row.grantedAt} /> {row.isOurs ? `by ${row.grantedBy}` : "by the repository"}
        </span>
      ),
    },
    {
      id: "end",
      header: "End it",
      isSortable: false,
      value: () => null,
      cell: (row) => <End slug={slug} waiver={row} />,
    },
  ];
}

function End({ slug, waiver }: { readonly slug: string; readonly waiver: WaiverItem }) {
  const { id, state, isOurs, checkId, repository } = waiver;
  if (state === "expired" || state === "ended") return null;
  if (!isOurs) return <span className="text-muted-foreground text-small">in .github/flakeboard.yml</span>;
  return <EndWaiver slug={slug} waiverId={id} what={`${checkId} in ${repository}`} />;
}

/** WaiversTable is every waiver, in force or over, the latest first. */
export function WaiversTable({ view }: { readonly view: WaiversView }) {
  return (
    <DataTable
      name="Waivers"
      noun={["waiver", "waivers"]}
      columns={waiverColumns(view.organization.slug)}
      rows={view.waivers}
      rowKey={(row) => row.id}
      filters={filters}
      empty={
        <EmptyState title="No fail is waived.">
          A waiver takes a fail out of the shares until a day, for a reason that everybody can read.
        </EmptyState>
      }
    />
  );
}
