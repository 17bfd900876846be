import type { ReactNode } from "react";
import type { Cell, ExportedTable } from "#lib/format/table-export.ts";
import { compareNames } from "#lib/model/compare-names.ts";

/** Column is one column of a table: what is seen, what is sorted by, and what leaves by export. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** Explains the header on hover and focus. */
  readonly hint?: string;
  readonly cell: (row: Row, place: CellPlace) => ReactNode;
  /** What the filter searches and the export writes. */
  readonly value: (row: Row) => Cell;
  /** What the column sorts by, when it is not `value`; null sorts last in both directions. */
  readonly sortValue?: (row: Row) => Cell;
  readonly isSortable?: boolean;
  readonly align?: "start" | "end";
  /** Not shown until the reader asks for it. */
  readonly isHiddenAtFirst?: boolean;
  /** Left out on a phone until the reader chooses columns there: another one says it, or it can wait. */
  readonly isWideOnly?: boolean;
  readonly className?: string;
}

/** CellPlace tells a cell where it stands: rows in their given order may show a tree, sorted rows may not. */
export interface CellPlace {
  readonly isGivenOrder: boolean;
}

/** TableFilter is one choice above a table, besides the text. */
export interface TableFilter<Row> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly matches: (row: Row, value: string) => boolean;
}

/** TableSort is a column and a direction; null keeps the given order. */
export type TableSort = { readonly column: string; readonly direction: "asc" | "desc" } | null;

function compareCells(left: Cell, right: Cell): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return compareNames(String(left), String(right));
}

/**
 * sortRows sorts by one column, stably, and leaves the given order when the column is unknown. What has no value
 * stands last in both directions: the unknown is neither the best nor the worst.
 */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: TableSort): readonly Row[] {
  const column = columns.find((each) => each.id === sort?.column);
  if (!sort || !column) return rows;
  const sortValue = column.sortValue ?? column.value;
  const sign = sort.direction === "asc" ? 1 : -1;
  const valued = rows.map((row) => ({ row, value: sortValue(row) }));
  const ranks = ranksOf(valued.map(({ value }) => value));
  return valued
    .map(({ row, value }) => ({ row, rank: ranks.get(value) }))
    .toSorted((left, right) => {
      if (left.rank === undefined || right.rank === undefined)
        return Number(left.rank === undefined) - Number(right.rank === undefined);
      return sign * (left.rank - right.rank);
    })
    .map(({ row }) => row);
}

/** The rank of each value but null. Words are compared once for two that differ: thousands of rows may have a dozen. */
function ranksOf(values: readonly Cell[]): ReadonlyMap<Cell, number> {
  const sorted = [...new Set(values)].filter((value) => value !== null).toSorted(compareCells);
  let rank = 0;
  return new Map(
    sorted.map((value, place) => {
      const before = sorted[place - 1];
      if (before !== undefined && compareCells(before, value) !== 0) rank += 1;
      return [value, rank];
    }),
  );
}

/** filterRows keeps the rows in which every word of `text` occurs in some column, in upper or lower case. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], text: string): readonly Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const haystack = columns.map((column) => String(column.value(row) ?? "").toLowerCase()).join("\n");
    return words.every((word) => haystack.includes(word));
  });
}

/** Question is what of a reader's question decides which rows are shown, and in which order. */
export interface Question {
  readonly text: string;
  readonly sort: TableSort;
  readonly choices: ReadonlyMap<string, string>;
}

/** arrangeRows are the rows that answer a question, in its order. A choice in a filter that does not exist is not asked. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  { columns, filters }: { readonly columns: readonly Column<Row>[]; readonly filters: readonly TableFilter<Row>[] },
  { text, sort, choices }: Question,
): readonly Row[] {
  const chosen = filters.reduce((kept, { id, matches }) => {
    const choice = choices.get(id);
    return choice === undefined ? kept : kept.filter((row) => matches(row, choice));
  }, rows);
  return sortRows(filterRows(chosen, columns, text), columns, sort);
}

/** shownColumns are the first column and those that were asked for; the usual ones when nothing was. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  asked: readonly string[] | null,
): readonly Column<Row>[] {
  return columns.filter(
    ({ id, isHiddenAtFirst }, index) => index === 0 || (asked === null ? !isHiddenAtFirst : asked.includes(id)),
  );
}

/** toExport is what leaves by export: the values of the columns and rows that are given. */
export function toExport<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): ExportedTable {
  return {
    columns: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  };
}
