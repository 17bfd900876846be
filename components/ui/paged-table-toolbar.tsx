import { Columns3, Download } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { Button } from "./button.tsx";
import { choicesInLineMax } from "./choices-in-line.ts";
import { cn } from "./class-names.ts";
import type { PagedTableProps } from "./paged-table.tsx";
import { Popover } from "./popover.tsx";
import { SearchBox } from "./search-box.tsx";
import { Select } from "./select.tsx";
import { TableForm } from "./table-form.tsx";
import { type PageParameters, searchWith, type TableQuery } from "./table-query.ts";
import type { Column, TableFilter } from "./table-rows.ts";

interface PagedTableToolbarProps<Row>
  extends Pick<PagedTableProps<Row>, "noun" | "columns" | "rows" | "parameters" | "exportHref"> {
  readonly query: TableQuery;
  readonly filters: readonly TableFilter<Row>[];
  readonly shown: readonly Column<Row>[];
  /** How many rows answer the question. */
  readonly matching: number;
}

const lineClasses = "flex cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 hover:bg-muted";

/** PagedTableToolbar is the line above a paged table: text filter, choices, count, columns, export. */
export function PagedTableToolbar<Row>(props: PagedTableToolbarProps<Row>) {
  const { noun, columns, rows, filters, query, shown, matching, parameters, exportHref } = props;
  const [one, many] = noun;
  const total = formatCount(rows.length, one, many);
  const exportAs = (format: string) => `${exportHref}${searchWith(parameters, { format })}`;
  return (
    <TableForm label={`Filter ${many}`} className="flex flex-wrap items-center gap-2 px-5 pb-3 print:hidden">
      <OtherParameters parameters={parameters} own={["q", "columns", ...filters.map(({ id }) => id)]} />
      <SearchBox label={`Filter ${many}`} name="q" defaultValue={query.text} autoComplete="off" />
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
              name={filter.id}
              label={filter.label}
              defaultValue={query.choices.get(filter.id) ?? ""}
              options={[{ value: "", label: filter.label }, ...filter.options]}
              className="sm:max-w-48"
            />
          ))}
        </div>
      ) : null}
      <Button type="submit" className="without-scripts">
        Show
      </Button>
      <p
        aria-live="polite"
        className="ml-auto whitespace-nowrap px-1 text-muted-foreground text-small max-sm:order-last max-sm:basis-full max-sm:px-0"
      >
        {matching === rows.length ? total : `${formatNumber(matching)} of ${total}`}
      </p>
      <Popover label="Columns" align="end" className="w-56! p-1!" trigger={iconButton("Choose columns", <Columns3 />)}>
        <input type="hidden" name="columns" value={columns[0]?.id} />
        {columns.slice(1).map((column) => (
          <label key={column.id} className={lineClasses}>
            <input
              type="checkbox"
              name="columns"
              value={column.id}
              defaultChecked={shown.includes(column)}
              data-wide-only={query.columns === null && column.isWideOnly ? "" : undefined}
            />
            {column.header}
          </label>
        ))}
      </Popover>
      <Popover
        label="Export"
        align="end"
        className="w-56! p-1!"
        trigger={iconButton("Export these rows", <Download />)}
      >
        <p className="px-2 py-1.5 text-muted-foreground text-small">{formatCount(matching, one, many)}, as shown</p>
        <a href={exportAs("csv")} download className={lineClasses}>
          CSV
        </a>
        <a href={exportAs("json")} download className={lineClasses}>
          JSON
        </a>
      </Popover>
    </TableForm>
  );
}

interface OtherParametersProps {
  readonly parameters: PageParameters;
  readonly own: readonly string[];
}

/** What else the page was asked for stays asked when a form is sent without scripts. */
function OtherParameters({ parameters, own }: OtherParametersProps) {
  const others = Object.entries(parameters).filter(([name]) => name !== "page" && !own.includes(name));
  return others.flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
  );
}

function iconButton(label: string, icon: ReactNode) {
  return (
    <Button variant="quiet" size="icon" aria-label={label} data-hint={label}>
      {icon}
    </Button>
  );
}
