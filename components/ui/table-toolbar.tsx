"use client";

import { Columns3, Download } from "lucide-react";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { FileKind } from "#lib/format/table-export.ts";
import { Button } from "./button.tsx";
import { choicesInLineMax } from "./choices-in-line.ts";
import { cn } from "./class-names.ts";
import { downloadTable } from "./download-table.ts";
import { DropdownCheckboxItem, DropdownItem, DropdownLabel, DropdownMenu } from "./dropdown-menu.tsx";
import { useNarrowScreen } from "./narrow-screen.ts";
import { SearchBox } from "./search-box.tsx";
import { Select } from "./select.tsx";
import { type Column, type TableFilter, toExport } from "./table-rows.ts";
import type { useTableState } from "./table-state.ts";

interface TableToolbarProps<Row> {
  readonly name: string;
  readonly noun: readonly [one: string, many: string];
  readonly columns: readonly Column<Row>[];
  readonly shownColumns: readonly Column<Row>[];
  /** The rows shown, filtered and sorted: exactly what an export holds. */
  readonly arranged: readonly Row[];
  readonly total: number;
  readonly filters: readonly TableFilter<Row>[];
  readonly state: ReturnType<typeof useTableState>;
}

/** TableToolbar is the line above a table: text filter, choices, count, columns, export. */
export function TableToolbar<Row>(props: TableToolbarProps<Row>) {
  const { name, noun, columns, shownColumns, arranged, total, filters, state } = props;

  // As long as nobody chooses, a phone leaves some of them out.
  const isNarrow = useNarrowScreen();
  const columnsHere =
    isNarrow && state.columns === null ? shownColumns.filter((column) => !column.isWideOnly) : shownColumns;

  const download = (kind: FileKind) => downloadTable(name, kind, toExport(shownColumns, arranged));

  function toggleColumn(id: string) {
    const shown = columnsHere.map((column) => column.id);
    const next = shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id];
    state.setState({ columns: next });
  }

  return (
    <div className="needs-scripts flex flex-wrap items-center gap-2 px-5 pb-3 print:hidden">
      <SearchBox
        label={`Filter ${noun[1]}`}
        value={state.text}
        onChange={(event) => state.setState({ text: event.target.value === "" ? null : event.target.value })}
      />
      {filters.length > 0 ? (
        <div
          className={cn(
            "order-last flex basis-full flex-wrap gap-2 max-sm:grid max-sm:grid-cols-2",
            filters.length <= choicesInLineMax && "min-[90rem]:order-none min-[90rem]:basis-auto",
          )}
        >
          {filters.map((filter) => (
            <Select
              key={filter.id}
              label={filter.label}
              value={state.filterValue(filter.id) ?? ""}
              onChange={(event) => state.setFilter(filter.id, event.target.value === "" ? null : event.target.value)}
              options={[{ value: "", label: filter.label }, ...filter.options]}
              className="sm:max-w-48"
            />
          ))}
        </div>
      ) : null}
      <p
        aria-live="polite"
        className="ml-auto whitespace-nowrap px-1 text-muted-foreground text-small max-sm:order-last max-sm:basis-full max-sm:px-0"
      >
        {arranged.length === total
          ? formatCount(total, noun[0], noun[1])
          : `${formatNumber(arranged.length)} of ${formatCount(total, noun[0], noun[1])}`}
      </p>
      <DropdownMenu
        trigger={
          <Button variant="quiet" size="icon" aria-label="Choose columns" data-hint="Choose columns">
            <Columns3 aria-hidden />
          </Button>
        }
      >
        <DropdownLabel>Columns</DropdownLabel>
        {columns.slice(1).map((column) => (
          <DropdownCheckboxItem
            key={column.id}
            checked={columnsHere.includes(column)}
            onCheckedChange={() => toggleColumn(column.id)}
          >
            {column.header}
          </DropdownCheckboxItem>
        ))}
      </DropdownMenu>
      <DropdownMenu
        trigger={
          <Button variant="quiet" size="icon" aria-label="Export rows" data-hint="Export these rows">
            <Download aria-hidden />
          </Button>
        }
      >
        <DropdownLabel>{formatCount(arranged.length, noun[0], noun[1])}, as shown</DropdownLabel>
        <DropdownItem onSelect={() => download("csv")}>CSV</DropdownItem>
        <DropdownItem onSelect={() => download("json")}>JSON</DropdownItem>
      </DropdownMenu>
    </div>
  );
}
