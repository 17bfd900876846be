import { EmptyState } from "#components/ui/empty-state.tsx";
import { PagedTable } from "#components/ui/paged-table.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { describeRepositoryTable, type RepositoryTable } from "./repository-table.ts";

export interface RepositoriesTableProps {
  readonly table: RepositoryTable;
  readonly parameters: PageParameters;
  readonly exportHref: string;
}

/** RepositoriesTable is a table of repositories to compare, filter and export. */
export function RepositoriesTable({ table, parameters, exportHref }: RepositoriesTableProps) {
  return (
    <PagedTable
      {...describeRepositoryTable(table, parameters)}
      noun={["repository", "repositories"]}
      rowKey={(row) => row.fullName}
      parameters={parameters}
      exportHref={exportHref}
      empty={
        <EmptyState title="Repositories will stand here, one line each.">
          The next scan lists them, reads their flakes and says what comes next.
        </EmptyState>
      }
    />
  );
}
