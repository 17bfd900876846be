import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { LinkArea } from "./link-area.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { type SortControl, SortHeader } from "./sort-header.tsx";
import type { Column, TableSort } from "./table-rows.ts";

export interface RowsTableProps<Row> {
  readonly name: string;
  /** The columns to show; the first one names the row and stays in view. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort: TableSort;
  /** What heads the rows of a group; rows of a group stand together in the given order, and only there it is shown. */
  readonly groupOf?: ((row: Row) => string) | undefined;
  /** A reader chose the columns, so that a phone shows all of them, sideways where it must. */
  readonly areColumnsChosen: boolean;
  /** No more columns than usual: on a wide screen they fit, and the head can stick to the window. */
  readonly isUsualWidth: boolean;
  /** What is pressed in a column's head to sort by `next`. */
  readonly renderSort: (next: TableSort, control: SortControl) => ReactNode;
}

/** RowsTable is the table itself: a sticky head and the rows that it is given, in their order. */
export function RowsTable<Row>(props: RowsTableProps<Row>) {
  const { name, columns, rows, rowKey, sort, groupOf, areColumnsChosen, isUsualWidth } = props;
  const groups = groupsOf(rows, sort === null ? groupOf : undefined);
  return (
    <ScrollRegion
      label={`${name}, scrolls sideways`}
      className={cn("scroll-edge overflow-x-auto", isUsualWidth && "min-[90rem]:overflow-visible")}
    >
      <LinkArea>
        <table className="w-full border-separate border-spacing-0 text-left">
          <caption className="sr-only">{name}</caption>
          <TableHead {...props} />
          {groups.map((group) => (
            <tbody key={group.head ?? ""} className="table-body">
              {group.head === null ? null : <GroupHead head={group.head} span={columns.length} />}
              {group.rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column, index) => (
                    <BodyCell
                      key={column.id}
                      column={column}
                      isLeftOut={isLeftOut(column, areColumnsChosen)}
                      isRowHead={index === 0}
                    >
                      {column.cell(row, { isGivenOrder: sort === null })}
                    </BodyCell>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </LinkArea>
    </ScrollRegion>
  );
}

function isLeftOut<Row>({ isWideOnly = false }: Column<Row>, areColumnsChosen: boolean): boolean {
  return isWideOnly && !areColumnsChosen;
}

interface RowGroup<Row> {
  /** Null where rows stand in no groups. */
  readonly head: string | null;
  readonly rows: readonly Row[];
}

function groupsOf<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined): readonly RowGroup<Row>[] {
  if (groupOf === undefined) return [{ head: null, rows }];
  return [...Map.groupBy(rows, groupOf)].map(([head, grouped]) => ({ head, rows: grouped }));
}

function GroupHead({ head, span }: { readonly head: string; readonly span: number }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={span} className="h-auto! bg-muted! text-left font-semibold! text-small">
        <span className="sticky left-5">{head}</span>
      </th>
    </tr>
  );
}

interface BodyCellProps<Row> {
  readonly column: Column<Row>;
  /** Not on a phone. */
  readonly isLeftOut: boolean;
  readonly isRowHead: boolean;
  readonly children: ReactNode;
}

function BodyCell<Row>({ column, isLeftOut, isRowHead, children }: BodyCellProps<Row>) {
  const classes = cn(column.align === "end" && "text-right", isLeftOut && "max-sm:hidden", column.className);
  const className = classes === "" ? undefined : classes;
  return isRowHead ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  );
}

function TableHead<Row>({ columns, sort, areColumnsChosen, renderSort }: RowsTableProps<Row>) {
  return (
    <thead className="sticky top-0 z-20">
      <tr>
        {columns.map((column, index) => {
          const classes = cn(
            "whitespace-nowrap border-t bg-card px-3 py-2 font-medium text-muted-foreground text-small first:pl-5 last:pr-5 print:px-1.5 print:py-1",
            index === 0 && "max-[90rem]:sticky max-[90rem]:left-0",
            column.align === "end" && "text-right",
            isLeftOut(column, areColumnsChosen) && "max-sm:hidden",
          );
          return column.isSortable === false ? (
            <th key={column.id} scope="col" className={classes} data-hint={column.hint}>
              {column.header}
            </th>
          ) : (
            <SortHeader key={column.id} column={column} sort={sort} renderSort={renderSort} className={classes} />
          );
        })}
      </tr>
    </thead>
  );
}
