"use client";

import { parseAsArrayOf, parseAsString, type UrlKeys, useQueryStates } from "nuqs";
import { sortParser } from "./sort-parser.ts";

const parsers = {
  text: parseAsString.withDefault(""),
  sort: sortParser,
  columns: parseAsArrayOf(parseAsString),
};

/**
 * useTableState keeps what a reader asked of a table in the address: `q`, `sort`, `columns`, and one key for each
 * filter, all with `prefix` in front where a page has several tables. What does not parse counts as not asked.
 */
export function useTableState(prefix: string, filterIds: readonly string[]) {
  const urlKeys: UrlKeys<typeof parsers> = { text: `${prefix}q`, sort: `${prefix}sort`, columns: `${prefix}columns` };
  const [state, setState] = useQueryStates(parsers, { urlKeys, history: "replace" });
  const filterParsers = Object.fromEntries(filterIds.map((id) => [`${prefix}${id}`, parseAsString]));
  const [filterValues, setFilterValues] = useQueryStates(filterParsers, { history: "replace" });
  return {
    ...state,
    setState,
    filterValue: (id: string): string | null => filterValues[`${prefix}${id}`] ?? null,
    setFilter: (id: string, value: string | null) => setFilterValues({ [`${prefix}${id}`]: value }),
    clear: () => {
      setState({ text: null });
      setFilterValues(null);
    },
  };
}
