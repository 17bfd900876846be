import { type ExportedTable, exportFileName, type FileKind, toCsv, toJson } from "#lib/format/table-export.ts";

const types = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
} as const satisfies Record<FileKind, string>;

/** downloadTable hands a table to the reader as a file, without asking the server. */
export function downloadTable(name: string, kind: FileKind, table: ExportedTable): void {
  const text = kind === "csv" ? toCsv(table) : toJson(table);
  const address = URL.createObjectURL(new Blob([text], { type: types[kind] }));
  const link = document.createElement("a");
  link.href = address;
  link.download = exportFileName(name, kind);
  link.click();
  URL.revokeObjectURL(address);
}
