/** Cell is one value of an exported table; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** ExportedTable is the rows a reader sees, column by column. */
export interface ExportedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

// A spreadsheet takes these at the start of a cell for a formula, and names and addresses come from repositories.
// Source: OWASP, CSV Injection.
const formulaStart = /^[=+\-@\t\r\n]/;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** toCsv writes a table as RFC 4180 has it, with a head line; text that a spreadsheet would run gets a leading `'`. */
export function toCsv(table: ExportedTable): string {
  const lines = [table.columns, ...table.rows].map((row) => row.map(csvCell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** toJson writes a table as an array of objects, values unchanged. */
export function toJson(table: ExportedTable): string {
  const objects = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column, row[index] ?? null])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/** FileKind is how a table leaves. */
export type FileKind = "csv" | "json";

/** exportFileName is a table's name as that of a file: `Findings of inputs-fresh` becomes `findings-of-inputs-fresh.csv`. */
export function exportFileName(name: string, kind: FileKind): string {
  return `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.${kind}`;
}
