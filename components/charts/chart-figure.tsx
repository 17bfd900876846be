import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { TableFiles } from "#components/ui/table-files.tsx";

export interface ChartFigureProps {
  /** What the chart shows, for the files of its table. */
  readonly name: string;
  /** One sentence: what the picture shows. */
  readonly summary: string;
  readonly children: ReactNode;
  /** The same numbers as a table. */
  readonly table: TableTwin;
  /** The picture says the numbers of each day where the arrow keys lead. */
  readonly hasReadout?: boolean;
  /** Where the rows that the table leaves out are handed out. */
  readonly everyRowHref?: string | undefined;
}

/** TableTwin is a chart's numbers as a plain table; the first cell of a row names it. */
export interface TableTwin {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  /** Which rows stand here, where not all do. */
  readonly note?: string;
}

/** ChartFigure gives every chart its sentence and its table. */
export function ChartFigure({ name, summary, children, table, hasReadout = false, everyRowHref }: ChartFigureProps) {
  return (
    <figure className="flex min-w-0 flex-1 flex-col">
      {children}
      <figcaption className="mt-3 text-muted-foreground text-small">{summary}</figcaption>
      <details className="group mt-1 text-small print:hidden">
        <summary className="inline-flex list-none items-center gap-1 rounded-md py-1 font-medium text-muted-foreground hover:text-foreground">
          <ChevronRight className="size-3 transition-transform duration-100 group-open:rotate-90" aria-hidden />
          View as table
        </summary>
        <TableFiles name={name}>
          <ScrollRegion label={`Table: ${summary}`} className="mt-1 max-h-80 overflow-auto rounded-md border">
            <table className="w-full text-left">
              <thead className="sticky top-0 bg-muted">
                <tr>
                  {table.columns.map((column, index) => (
                    <th
                      key={column}
                      scope="col"
                      className={`whitespace-nowrap px-3 py-1.5 font-medium ${index === 0 ? "" : "text-right"}`}
                    >
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={row.id} className="border-t">
                    {row.cells.map((cell, index) =>
                      index === 0 ? (
                        <th key={table.columns[index]} scope="row" className="px-3 py-1.5 font-normal">
                          {cell}
                        </th>
                      ) : (
                        <td key={table.columns[index]} className="whitespace-nowrap px-3 py-1.5 text-right">
                          {cell}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </TableFiles>
        {table.note ? (
          <p className="mt-1 text-muted-foreground">
            {table.note}
            {hasReadout ? " The chart reads out every day by the arrow keys." : null}
            {everyRowHref ? (
              <>
                {" "}
                <a href={everyRowHref} download className="underline underline-offset-4 hover:text-foreground">
                  A file has them all
                </a>
                .
              </>
            ) : null}
          </p>
        ) : null}
      </details>
    </figure>
  );
}
