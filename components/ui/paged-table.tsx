import Link from "next/link";
import type { ReactNode } from "react";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { PagedTableToolbar } from "./paged-table-toolbar.tsx";
import { RowsTable } from "./rows-table.tsx";
import { type PageParameters, parseTableQuery, searchWith } from "./table-query.ts";
import { arrangeRows, type Column, shownColumns, type TableFilter } from "./table-rows.ts";
import { sortWords } from "./table-sort.ts";

// As many as a reader goes through; more would cost each answer its time, and the browser its memory.
const usualRowsPerPage = 50;

export interface PagedTableProps<Row> {
  /** The table's name: its label for readers. */
  readonly name: string;
  /** One row and many rows, for counts: "repository", "repositories". */
  readonly noun: readonly [one: string, many: string];
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly filters?: readonly TableFilter<Row>[];
  /** What heads the rows of a group while they stand in their given order. */
  readonly groupOf?: (row: Row) => string;
  /** Where a reader wants all of a few dozen rows in view at once. */
  readonly rowsPerPage?: number;
  /** The parameters of the page's address, in which the table keeps its state. */
  readonly parameters: PageParameters;
  /** The address that answers the same parameters, and a `format`, with a file of all rows. */
  readonly exportHref: string;
  /** What stands here when there are no rows at all. */
  readonly empty: ReactNode;
}

/**
 * PagedTable is a table to compare in that may have thousands of rows: the server filters, sorts and sends one page of
 * them, so that neither the address, the network nor the browser carries the others. Columns and cells stay on the
 * server. It looks, and is used, like a `DataTable`.
 */
export function PagedTable<Row>(props: PagedTableProps<Row>) {
  const { name, noun, columns, rows, rowKey, filters = [], groupOf, parameters, empty } = props;
  const { rowsPerPage = usualRowsPerPage } = props;
  if (rows.length === 0) return empty;
  const query = parseTableQuery(
    parameters,
    filters.map(({ id }) => id),
  );
  const shown = shownColumns(columns, query.columns);
  const arranged = arrangeRows(rows, { columns, filters }, query);
  const pages = Math.max(1, Math.ceil(arranged.length / rowsPerPage));
  const page = Math.min(query.page, pages);
  const start = (page - 1) * rowsPerPage;
  const cleared = Object.fromEntries(["q", ...filters.map(({ id }) => id)].map((id) => [id, null]));
  return (
    <div className="min-w-0">
      <PagedTableToolbar {...props} query={query} filters={filters} shown={shown} matching={arranged.length} />
      {arranged.length === 0 ? (
        <EmptyState
          title={`No ${noun[0]} matches these filters.`}
          className="border-t"
          action={
            <Button asChild>
              <Link href={searchWith(parameters, cleared)} scroll={false}>
                Clear filters
              </Link>
            </Button>
          }
        />
      ) : (
        <RowsTable
          name={name}
          columns={shown}
          rows={arranged.slice(start, start + rowsPerPage)}
          rowKey={rowKey}
          sort={query.sort}
          groupOf={groupOf}
          areColumnsChosen={query.columns !== null}
          isUsualWidth={shown.length <= columns.filter((column) => !column.isHiddenAtFirst).length}
          renderSort={(next, control) => (
            <Link
              href={searchWith(parameters, { sort: sortWords(next) })}
              scroll={false}
              prefetch={false}
              {...control}
            />
          )}
        />
      )}
      {pages > 1 ? (
        <nav
          aria-label={`Pages of ${name}`}
          className="flex items-center justify-center gap-3 border-t p-3 text-small print:hidden"
        >
          <PageLink parameters={parameters} page={page - 1} pages={pages}>
            Previous
          </PageLink>
          <span className="text-muted-foreground">
            {formatNumber(start + 1)} to {formatNumber(Math.min(start + rowsPerPage, arranged.length))} of{" "}
            {formatCount(arranged.length, noun[0], noun[1])}
          </span>
          <PageLink parameters={parameters} page={page + 1} pages={pages}>
            Next
          </PageLink>
        </nav>
      ) : null}
    </div>
  );
}

interface PageLinkProps {
  readonly parameters: PageParameters;
  readonly page: number;
  readonly pages: number;
  readonly children: string;
}

function PageLink({ parameters, page, pages, children }: PageLinkProps) {
  if (page < 1 || page > pages) return <span className="px-2.5 text-muted-foreground">{children}</span>;
  return (
    <Button asChild size="small" variant="quiet">
      <Link href={searchWith(parameters, { page: page === 1 ? null : String(page) })} prefetch={false} scroll={false}>
        {children}
      </Link>
    </Button>
  );
}
