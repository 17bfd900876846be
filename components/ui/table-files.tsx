"use client";

import { type ReactNode, useRef } from "react";
import type { ExportedTable, FileKind } from "#lib/format/table-export.ts";
import { cn } from "./class-names.ts";
import { downloadTable } from "./download-table.ts";

export interface TableFilesProps {
  /** What the files are named by. */
  readonly name: string;
  /** The one table, with whatever surrounds it. */
  readonly children: ReactNode;
  readonly className?: string;
}

/** TableFiles gives a plain table its files: every row and column of it, as they are read on the page. */
export function TableFiles({ name, children, className }: TableFilesProps) {
  const box = useRef<HTMLDivElement>(null);
  const save = (kind: FileKind) => {
    const table = box.current?.querySelector("table");
    if (table) downloadTable(name, kind, readTable(table));
  };
  return (
    <div ref={box} className="min-w-0">
      {children}
      <p className={cn("needs-scripts mt-2 text-muted-foreground text-small print:hidden", className)}>
        This table as{" "}
        <button type="button" onClick={() => save("csv")} className={linkClasses} aria-label={`${name} as CSV`}>
          CSV
        </button>{" "}
        or{" "}
        <button type="button" onClick={() => save("json")} className={linkClasses} aria-label={`${name} as JSON`}>
          JSON
        </button>
      </p>
    </div>
  );
}

const linkClasses = "underline underline-offset-4 hover:text-foreground";

function readTable(table: HTMLTableElement): ExportedTable {
  const [head, ...others] = [...table.rows];
  const columns = [...(head?.cells ?? [])].map(textOf);
  return { columns, rows: others.map((row) => columns.map((_, index) => textAt(row, index))) };
}

function textAt(row: HTMLTableRowElement, index: number): string | null {
  const cell = row.cells[index];
  return cell === undefined ? null : textOf(cell);
}

/** Words that stand apart on the page stay apart; a picture counts by its own. */
function textOf(cell: HTMLTableCellElement): string {
  const parts: string[] = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) parts.push(walker.currentNode.nodeValue ?? "");
  const words = parts
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ (?=[,.;:)])/g, "")
    .trim();
  return words === "" ? (cell.querySelector("[aria-label]")?.getAttribute("aria-label") ?? "") : words;
}
