"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import type { TableSort } from "./table-rows.ts";

export interface SortHeaderProps {
  readonly column: string;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly children: ReactNode;
  readonly hint?: string | undefined;
  readonly isAtEnd?: boolean;
  readonly className?: string;
}

/** SortHeader heads a column that can be sorted by: up, down, and back to the given order. */
export function SortHeader({ column, sort, onSort, children, hint, isAtEnd = false, className }: SortHeaderProps) {
  const direction = sort?.column === column ? sort.direction : null;
  return (
    <th
      scope="col"
      aria-sort={direction === null ? undefined : direction === "asc" ? "ascending" : "descending"}
      className={className}
    >
      <button
        type="button"
        data-hint={hint}
        onClick={() => onSort(nextSort(column, direction))}
        className={cn(
          "-mx-1 inline-flex items-center gap-1 rounded-md px-1 text-left hover:text-foreground [&_svg]:size-3",
          direction !== null && "text-foreground",
          isAtEnd && "flex-row-reverse text-right",
        )}
      >
        {children}
        {direction === "asc" ? <ArrowUp aria-hidden /> : null}
        {direction === "desc" ? <ArrowDown aria-hidden /> : null}
      </button>
    </th>
  );
}

function nextSort(column: string, direction: "asc" | "desc" | null): TableSort {
  if (direction === null) return { column, direction: "asc" };
  return direction === "asc" ? { column, direction: "desc" } : null;
}
