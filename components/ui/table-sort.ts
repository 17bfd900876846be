import type { TableSort } from "./table-rows.ts";

/** parseSort reads a sort from the address, `age.desc`. What does not parse counts as not asked. */
export function parseSort(text: string | null): TableSort {
  const [, column, direction] = /^([a-z0-9-]+)\.(asc|desc)$/.exec(text ?? "") ?? [];
  return column === undefined ? null : { column, direction: direction === "desc" ? "desc" : "asc" };
}

/** sortWords is a sort as it stands in the address. */
export function sortWords(sort: TableSort): string | null {
  return sort === null ? null : `${sort.column}.${sort.direction}`;
}
