"use client";

import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { Button } from "./button.tsx";
import { cn } from "./class-names.ts";
import { EmptyState } from "./empty-state.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { SortHeader } from "./sort-header.tsx";
import { type Column, filterRows, sortRows, type TableFilter, type TableSort } from "./table-rows.ts";
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
  const { name, noun, columns, rows, rowKey, filters = [], prefix = "", empty, className } = props;
  const state = useTableState(
    prefix,
    filters.map((filter) => filter.id),
  );
  const [isWhole, setIsWhole] = useState(false);
  const text = useDeferredValue(state.text);

  const shownColumns = columns.filter((column, index) =>
    index === 0 ? true : state.columns ? state.columns.includes(column.id) : !column.isHiddenAtFirst,
  );
  const filterKey = filters.map((filter) => state.filterValue(filter.id) ?? "").join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: filterKey stands for the values behind filterValue
  const arranged = useMemo(() => {
    const chosen = filters.reduce<readonly Row[]>((kept, filter) => {
      const value = state.filterValue(filter.id);
      return value === null ? kept : kept.filter((row) => filter.matches(row, value));
    }, rows);
    return sortRows(filterRows(chosen, columns, text), columns, state.sort);
  }, [rows, columns, filters, filterKey, text, state.sort]);

  // On a wide screen the usual columns fit, and the head can stick to the window; more columns scroll sideways.
  const isUsualWidth = shownColumns.length <= columns.filter((column) => !column.isHiddenAtFirst).length;
  if (rows.length === 0) return <div className={className}>{empty}</div>;
  const visible = isWhole ? arranged : arranged.slice(0, rowsAtFirst);

  return (
    <div className={cn("min-w-0", className)}>
      <TableToolbar
        name={name}
        noun={noun}
        columns={columns}
        shownColumns={shownColumns}
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
        <ScrollRegion
          label={`${name}, scrolls sideways`}
          className={cn("overflow-x-auto", isUsualWidth && "min-[90rem]:overflow-visible")}
        >
          <table className="w-full border-separate border-spacing-0 text-left">
            <caption className="sr-only">{name}</caption>
            <TableHead columns={shownColumns} sort={state.sort} onSort={(sort) => state.setState({ sort })} />
            <tbody>
              {visible.map((row) => (
                <tr key={rowKey(row)} className="group">
                  {shownColumns.map((column, index) => (
                    <BodyCell key={column.id} column={column} isRowHead={index === 0}>
                      {column.cell(row, { isGivenOrder: state.sort === null })}
                    </BodyCell>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
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

interface BodyCellProps<Row> {
  readonly column: Column<Row>;
  readonly isRowHead: boolean;
  readonly children: ReactNode;
}

function BodyCell<Row>({ column, isRowHead, children }: BodyCellProps<Row>) {
  const classes = cn(
    "border-t bg-card px-3 py-2 align-middle font-normal first:pl-5 last:pr-5 group-hover:bg-muted",
    isRowHead && "max-[90rem]:sticky max-[90rem]:left-0 max-[90rem]:z-10",
    column.align === "end" && "text-right",
    column.className,
  );
  return isRowHead ? (
    <th scope="row" className={classes}>
      {children}
    </th>
  ) : (
    <td className={classes}>{children}</td>
  );
}

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead className="sticky top-0 z-20">
      <tr>
        {columns.map((column, index) => {
          const classes = cn(
            "whitespace-nowrap border-t bg-card px-3 py-2 font-medium text-muted-foreground text-small first:pl-5 last:pr-5",
            index === 0 && "max-[90rem]:sticky max-[90rem]:left-0",
            column.align === "end" && "text-right",
          );
          return column.isSortable === false ? (
            <th key={column.id} scope="col" className={classes} data-hint={column.hint}>
              {column.header}
            </th>
          ) : (
            <SortHeader
              key={column.id}
              column={column.id}
              sort={sort}
              onSort={onSort}
              hint={column.hint}
              isAtEnd={column.align === "end"}
              className={classes}
            >
              {column.header}
            </SortHeader>
          );
        })}
      </tr>
    </thead>
  );
}
