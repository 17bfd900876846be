import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column } from "#components/ui/table-rows.ts";
import { formatUtc } from "#lib/format/format.ts";
import type { AuditView } from "#lib/views/audit.ts";
import { auditExportHref } from "#lib/views/hrefs.ts";

type Entry = AuditView["entries"][number];

const columns: readonly Column<Entry>[] = [
  {
    id: "at",
    header: "When",
    value: (row) => row.at,
    cell: (row) => (
      <span className="sm:whitespace-nowrap">
        <span className="font-medium">{formatUtc(row.at)}</span>
        <span className="text-muted-foreground max-sm:block max-sm:text-small sm:ml-2">
          <RelativeTime instant={row.at} />
        </span>
        <span className="hidden text-muted-foreground text-small max-sm:block">by {row.actor}</span>
      </span>
    ),
    className: "max-sm:min-w-28",
  },
  { id: "actor", header: "Who", value: (row) => row.actor, cell: (row) => row.actor, isWideOnly: true },
  {
    id: "summary",
    header: "What",
    value: (row) => row.summary,
    cell: (row) => <span className="block min-w-64 max-w-prose break-words max-sm:min-w-40">{row.summary}</span>,
  },
  {
    id: "action",
    header: "Kind",
    value: (row) => row.action,
    cell: (row) => <span className="whitespace-nowrap font-mono text-small">{row.action}</span>,
    isWideOnly: true,
  },
];

export interface AuditTableProps {
  readonly view: AuditView;
  readonly parameters: PageParameters;
}

/** AuditTable is what people have changed here, the latest first. */
export function AuditTable({ view, parameters }: AuditTableProps) {
  return (
    <PagedTable
      {...describeAuditTable(view)}
      noun={["change", "changes"]}
      rowKey={(row) => row.id}
      parameters={parameters}
      exportHref={auditExportHref(view.organization.slug)}
      empty={
        <EmptyState title="Nothing was changed yet.">
          Every change of the policy, every waiver and every choice of resources will stand here, with who made it.
        </EmptyState>
      }
    />
  );
}

/** describeAuditTable is what that table is made from, on its page and in its export. */
export function describeAuditTable({ entries }: AuditView): ExportedRows<Entry> {
  return { name: "Changes", columns, rows: entries, filters: [] };
}
