import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import { LinkArea } from "#components/ui/link-area.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SortHeader } from "#components/ui/sort-header.tsx";
import { TableFiles } from "#components/ui/table-files.tsx";
import { type PageParameters, searchWith, sortIn } from "#components/ui/table-query.ts";
import { type Column, sortRows } from "#components/ui/table-rows.ts";
import { sortWords } from "#components/ui/table-sort.ts";
import { formatNofN, formatNumber, formatPercent } from "#lib/format/format.ts";

/** HeatMapShare is one cell in absolute counts. */
export interface HeatMapShare {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
}

/** HeatMapCell is a share, and where it leads: to what is in and out of it. */
export interface HeatMapCell {
  readonly share: HeatMapShare;
  readonly href: string;
}

/** HeatMapLine is one row: its cells stand in the order of the columns, null where nothing applies. */
export interface HeatMapLine {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly depth: number;
  readonly size: number;
  readonly cells: readonly (HeatMapCell | null)[];
}

export interface HeatMapProps {
  readonly name: string;
  readonly rowHeader: string;
  /** What `size` counts. */
  readonly sizeHeader: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly color: string }[];
  readonly rows: readonly HeatMapLine[];
  /** The parameters of the page's address, in which the order is kept as `heat`. */
  readonly parameters: PageParameters;
}

/** HeatMap is shares by row and column: a table whose cells are tinted by how much passes, each with its n of N. */
export function HeatMap({ name, rowHeader, sizeHeader, columns, rows, parameters }: HeatMapProps) {
  const sort = sortIn(parameters, "heat");
  const sortColumns: readonly Column<HeatMapLine>[] = [
    { id: "name", header: rowHeader, value: (row) => row.label, cell: () => null },
    { id: "size", header: sizeHeader, value: (row) => row.size, cell: () => null },
    ...columns.map((column, index) => ({
      id: column.id,
      header: column.label,
      value: (row: HeatMapLine) => fractionOf(row.cells[index]?.share),
      cell: () => null,
    })),
  ];
  const colors = new Map(columns.map((column) => [column.id, column.color]));
  const sorted = sortRows(rows, sortColumns, sort);

  return (
    <TableFiles name={name} className="px-5 pb-4">
      <ScrollRegion label={`${name}, scrolls sideways`} className="overflow-x-auto pr-5 pb-2 pl-4">
        <LinkArea>
          <table className="w-full min-w-160 border-separate border-spacing-0.5">
            <caption className="sr-only">{name}</caption>
            <thead>
              <tr>
                {sortColumns.map((column, index) => {
                  const color = colors.get(column.id);
                  return (
                    <SortHeader
                      key={column.id}
                      column={column}
                      mark={
                        color ? <span className="size-2 shrink-0 rounded-full" style={{ background: color }} /> : null
                      }
                      sort={sort}
                      renderSort={(next, control) => (
                        <Link
                          href={searchWith(parameters, { heat: sortWords(next) })}
                          scroll={false}
                          prefetch={false}
                          replace
                          {...control}
                        />
                      )}
                      className={cn(
                        "px-2 pb-1.5 text-left align-bottom font-medium text-muted-foreground text-small",
                        index === 0 && "sticky left-0 z-20 bg-card pl-1",
                        index === 1 && "max-sm:hidden",
                      )}
                    />
                  );
                })}
              </tr>
            </thead>
            <tbody className={bodyClasses}>
              {sorted.map((row) => (
                <tr key={row.id}>
                  <th
                    scope="row"
                    className="sticky left-0 z-10 max-w-56 truncate bg-card py-1 pr-3 pl-1 text-left font-normal max-sm:min-w-24 max-sm:max-w-28 max-sm:whitespace-normal max-sm:pr-2"
                  >
                    <span className="block" style={{ paddingLeft: sort === null ? `${row.depth * 16}px` : 0 }}>
                      <a href={row.href} className="font-medium underline-offset-4 hover:underline">
                        {row.label}
                      </a>
                    </span>
                  </th>
                  <td className="px-2 text-muted-foreground max-sm:hidden">{formatNumber(row.size)}</td>
                  {columns.map((column, index) => (
                    <HeatCell key={column.id} cell={row.cells[index] ?? null} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </LinkArea>
      </ScrollRegion>
    </TableFiles>
  );
}

// Said once for all cells: forty teams have hundreds of them.
const bodyClasses =
  "[&>tr>td]:relative [&>tr>td]:h-10 [&>tr>td]:rounded-md [&>tr>td>a]:relative [&>tr>td>a]:flex [&>tr>td>a]:min-h-10 [&>tr>td>a]:flex-wrap [&>tr>td>a]:content-center [&>tr>td>a]:items-baseline [&>tr>td>a]:gap-x-1.5 [&>tr>td>a]:rounded-md [&>tr>td>a]:px-2 [&>tr>td>a]:py-1 [&>tr>td>a]:font-medium [&>tr>td>a]:underline-offset-4 [&>tr>td>a:hover]:underline [&>tr>td>a>span]:whitespace-nowrap [&>tr>td>a>span]:font-normal [&>tr>td>a>span]:text-small";

function HeatCell({ cell }: { readonly cell: HeatMapCell | null }) {
  const fraction = fractionOf(cell?.share);
  if (cell === null || fraction === null) {
    return (
      <td className="px-2 text-muted-foreground" data-hint="Not applicable">
        –
      </td>
    );
  }
  const { share, href } = cell;
  const allUnknown = share.unknown === share.denominator;
  return (
    <td
      style={
        allUnknown
          ? undefined
          : { backgroundColor: `color-mix(in oklch, var(--heat) ${Math.round(8 + fraction * 92)}%, var(--card))` }
      }
      data-hint={share.unknown > 0 ? `${share.unknown} unknown, counted as not passing` : undefined}
    >
      {share.unknown > 0 ? (
        <span
          aria-hidden
          className="hatched absolute inset-y-0 right-0 rounded-md opacity-60"
          style={{ width: `${(share.unknown / share.denominator) * 100}%` }}
        />
      ) : null}
      <a href={href}>
        {allUnknown ? "unknown" : formatPercent(fraction)}
        <span>{allUnknown ? formatNofN({ ...share, numerator: share.unknown }) : formatNofN(share)}</span>
      </a>
    </td>
  );
}

function fractionOf(share: HeatMapShare | undefined): number | null {
  return share && share.denominator > 0 ? share.numerator / share.denominator : null;
}
