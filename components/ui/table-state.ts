import { useAddress, writeAddress } from "./address.ts";
import type { TableSort } from "./table-rows.ts";
import { parseSort, sortWords } from "./table-sort.ts";

/** TableChanges is what a reader may change of a table at once; null takes a text or a choice of columns back. */
export interface TableChanges {
  readonly text?: string | null;
  readonly sort?: TableSort;
  readonly columns?: readonly string[] | null;
}

/**
 * useTableState keeps what a reader asked of a table in the address: `q`, `sort`, `columns`, and one key for each
 * filter, all with `prefix` in front where a page has several tables. What does not parse counts as not asked.
 */
export function useTableState(prefix: string, filterIds: readonly string[]) {
  const address = useAddress();
  return {
    text: address.get(`${prefix}q`) ?? "",
    sort: parseSort(address.get(`${prefix}sort`)),
    columns: address.get(`${prefix}columns`)?.split(",") ?? null,
    setState: ({ text, sort, columns }: TableChanges) =>
      writeAddress({
        ...(text === undefined ? {} : { [`${prefix}q`]: text }),
        ...(sort === undefined ? {} : { [`${prefix}sort`]: sortWords(sort) }),
        ...(columns === undefined ? {} : { [`${prefix}columns`]: columns?.join(",") ?? null }),
      }),
    filterValue: (id: string): string | null => address.get(`${prefix}${id}`),
    setFilter: (id: string, value: string | null) => writeAddress({ [`${prefix}${id}`]: value }),
    clear: () => writeAddress(Object.fromEntries(["q", ...filterIds].map((id) => [`${prefix}${id}`, null]))),
  };
}
