import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import { formatDay } from "#lib/format/format.ts";
import { waiversExportHref } from "#lib/views/hrefs.ts";
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
        <>
          <a href={row.href} className="font-medium underline-offset-4 [overflow-wrap:anywhere] hover:underline">
            {row.repository}
          </a>
          <span className="block text-muted-foreground text-small sm:hidden">{row.checkTitle}</span>
        </>
      ),
      className: "min-w-40 max-sm:min-w-36",
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
      isWideOnly: true,
      className: "min-w-44",
    },
    {
      id: "reason",
      header: "Reason",
      value: (row) => row.reason,
      cell: (row) => <span className="block max-w-96 break-words">{row.reason}</span>,
      isWideOnly: true,
      className: "min-w-44",
    },
    {
      id: "state",
      header: "State",
      value: (row) => stateWords[row.state].label,
      cell: (row) => <Badge tone={stateWords[row.state].tone}>{stateWords[row.state].label}</Badge>,
      isWideOnly: true,
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
      isWideOnly: true,
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
  if (!isOurs) return <span className="text-muted-foreground text-small">in its file</span>;
  return <EndWaiver slug={slug} waiverId={id} what={`${checkId} in ${repository}`} />;
}

export interface WaiversTableProps {
  readonly view: WaiversView;
  readonly parameters: PageParameters;
}

/** WaiversTable is every waiver, in force or over, the latest first. */
export function WaiversTable({ view, parameters }: WaiversTableProps) {
  return (
    <PagedTable
      {...describeWaiversTable(view)}
      noun={["waiver", "waivers"]}
      rowKey={(row) => row.id}
      parameters={parameters}
      exportHref={waiversExportHref(view.organization.slug)}
      empty={
        <EmptyState title="No fail is waived.">
          A waiver takes a fail out of the shares until a day, for a reason that everybody can read.
        </EmptyState>
      }
    />
  );
}

/** describeWaiversTable is what that table is made from, on its page and in its export. */
export function describeWaiversTable({ organization, waivers }: WaiversView): ExportedRows<WaiverItem> {
  return { name: "Waivers", columns: waiverColumns(organization.slug), rows: waivers, filters };
}
