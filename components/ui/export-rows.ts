import { exportFileName, toCsv, toJson } from "#lib/format/table-export.ts";
import { type PageParameters, parseTableQuery } from "./table-query.ts";
import { arrangeRows, type Column, shownColumns, type TableFilter, toExport } from "./table-rows.ts";

export interface ExportedRows<Row> {
  /** What the file is named by. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly filters: readonly TableFilter<Row>[];
}

/**
 * exportRows answers with a file of all rows and columns that a paged table shows for the same parameters, on all its
 * pages: JSON when `format` asks for it, otherwise CSV.
 */
export function exportRows<Row>(table: ExportedRows<Row>, parameters: PageParameters): Response {
  const { name, columns, rows, filters } = table;
  const query = parseTableQuery(
    parameters,
    filters.map(({ id }) => id),
  );
  const exported = toExport(shownColumns(columns, query.columns), arrangeRows(rows, { columns, filters }, query));
  const isJson = parameters.format === "json";
  const file = exportFileName(name, isJson ? "json" : "csv");
  return new Response(isJson ? toJson(exported) : toCsv(exported), {
    headers: {
      "content-type": isJson ? "application/json" : "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${file}"`,
      "cache-control": "no-store",
    },
  });
}
