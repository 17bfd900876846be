import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import type { TableSort } from "./table-rows.ts";

/** SortControl is what the button, or the link, in the head of a column carries. */
export interface SortControl {
  readonly className: string;
  readonly "data-hint": string | undefined;
  readonly children: ReactNode;
}

export interface SortHeaderProps {
  readonly column: {
    readonly id: string;
    readonly header: string;
    readonly hint?: string;
    readonly align?: "start" | "end";
  };
  /** A decoration in front of the header's words. */
  readonly mark?: ReactNode;
  readonly sort: TableSort;
  readonly renderSort: (next: TableSort, control: SortControl) => ReactNode;
  readonly className?: string;
}

/** SortHeader heads a column that can be sorted by: up, down, and back to the given order. */
export function SortHeader({ column, mark, sort, renderSort, className }: SortHeaderProps) {
  const direction = sort?.column === column.id ? sort.direction : null;
  const control: SortControl = {
    "data-hint": column.hint,
    className: cn(
      "-mx-1 inline-flex items-center gap-1 rounded-md px-1 print:contents hover:text-foreground [&_svg]:size-3",
      direction !== null && "text-foreground",
      column.align === "end" ? "flex-row-reverse text-right" : "text-left",
    ),
    children: (
      <>
        {mark}
        {column.header}
        {direction === "asc" ? <ArrowUp aria-hidden /> : null}
        {direction === "desc" ? <ArrowDown aria-hidden /> : null}
      </>
    ),
  };
  return (
    <th
      scope="col"
      aria-sort={direction === null ? undefined : direction === "asc" ? "ascending" : "descending"}
      className={className}
    >
      {renderSort(nextSort(column.id, direction), control)}
    </th>
  );
}

function nextSort(column: string, direction: "asc" | "desc" | null): TableSort {
  if (direction === null) return { column, direction: "asc" };
  return direction === "asc" ? { column, direction: "desc" } : null;
}
