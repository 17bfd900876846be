"use client";

import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { Button } from "./button.tsx";
import { cn } from "./class-names.ts";
import { EmptyState } from "./empty-state.tsx";
import { RowsTable } from "./rows-table.tsx";
import { arrangeRows, type Column, shownColumns, type TableFilter } from "./table-rows.ts";
import { sortWords } from "./table-sort.ts";
import { useTableState } from "./table-state.ts";
import { TableToolbar } from "./table-toolbar.tsx";

// More rows than a reader takes in at once cost paint time with every letter typed.
const rowsAtFirst = 200;

export interface DataTableProps<Row> {
  /** The table's name: its label for readers, and the name of exported files. */
  readonly name: string;
  /** One row and many rows, for counts: "repository", "repositories". */
  readonly noun: readonly [one: string, many: string];
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly filters?: readonly TableFilter<Row>[];
  /** What heads the rows of a group while they stand in their given order. */
  readonly groupOf?: (row: Row) => string;
  /** Goes in front of the keys in the address, where a page has several tables. */
  readonly prefix?: string;
  /** What stands here when there are no rows at all. */
  readonly empty: ReactNode;
  readonly className?: string;
}

/**
 * DataTable is a table to compare in: sticky head, sort, text and choice filters, choice of columns, export of exactly
 * the rows shown. Its state lives in the address. The first column names the row and stays in view.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, noun, columns, rows, rowKey, filters = [], groupOf, prefix = "", empty, className } = props;
  const state = useTableState(
    prefix,
    filters.map((filter) => filter.id),
  );
  const [isWhole, setIsWhole] = useState(false);
  const text = useDeferredValue(state.text);

  const columnsShown = shownColumns(columns, state.columns);
  const filterKey = filters.map((filter) => state.filterValue(filter.id) ?? "").join("\n");
  const sortKey = sortWords(state.sort);
  // biome-ignore lint/correctness/useExhaustiveDependencies: filterKey stands for the values behind filterValue, sortKey for the sort
  const arranged = useMemo(() => {
    const chosen = filters.flatMap(({ id }) => {
      const choice = state.filterValue(id);
      return choice === null ? [] : [[id, choice] as const];
    });
    return arrangeRows(rows, { columns, filters }, { text, sort: state.sort, choices: new Map(chosen) });
  }, [rows, columns, filters, filterKey, text, sortKey]);

  // On a wide screen the usual columns fit, and the head can stick to the window; more columns scroll sideways.
  const isUsualWidth = columnsShown.length <= columns.filter((column) => !column.isHiddenAtFirst).length;
  if (rows.length === 0) return <div className={className}>{empty}</div>;
  const visible = isWhole ? arranged : arranged.slice(0, rowsAtFirst);

  return (
    <div className={cn("min-w-0", className)}>
      <TableToolbar
        name={name}
        noun={noun}
        columns={columns}
        shownColumns={columnsShown}
        arranged={arranged}
        total={rows.length}
        filters={filters}
        state={state}
      />
      {arranged.length === 0 ? (
        <EmptyState
          title={`No ${noun[0]} matches these filters.`}
          className="border-t"
          action={<Button onClick={state.clear}>Clear filters</Button>}
        />
      ) : (
        <RowsTable
          name={name}
          columns={columnsShown}
          rows={visible}
          rowKey={rowKey}
          sort={state.sort}
          groupOf={groupOf}
          areColumnsChosen={state.columns !== null}
          isUsualWidth={isUsualWidth}
          renderSort={(sort, control) => <button type="button" onClick={() => state.setState({ sort })} {...control} />}
        />
      )}
      {visible.length < arranged.length ? (
        <div className="border-t p-3 text-center">
          <Button variant="quiet" onClick={() => setIsWhole(true)}>
            Show all {formatCount(arranged.length, noun[0], noun[1])}, {formatNumber(rowsAtFirst)} shown
          </Button>
        </div>
      ) : null}
    </div>
  );
}
