import { z } from "zod";
import type { TableSort } from "./table-rows.ts";
import { parseSort } from "./table-sort.ts";

/** PageParameters is what stands behind the `?` of a page's address, as Next hands it over. */
export type PageParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** parametersOf are the parameters of a request's address, as a page gets them. */
export function parametersOf({ url }: Request): PageParameters {
  const search = new URL(url).searchParams;
  return Object.fromEntries(
    [...search.keys()].map((name) => {
      const [first, ...others] = search.getAll(name);
      return [name, others.length === 0 ? first : search.getAll(name)];
    }),
  );
}

/** TableQuery is what a reader asked of a table. */
export interface TableQuery {
  readonly text: string;
  readonly sort: TableSort;
  /** The columns to show besides the first; null shows the usual ones. */
  readonly columns: readonly string[] | null;
  /** What was chosen in each filter, by its id; a filter without a choice is not in it. */
  readonly choices: ReadonlyMap<string, string>;
  /** From 1 on. */
  readonly page: number;
}

const textSchema = z.string().trim().max(200).catch("");
const wordSchema = z.string().nullable().catch(null);
const pageSchema = z.coerce.number().int().min(1).max(100_000).catch(1);
const columnsSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().flatMap((one) => one.split(",")))
  .nullable()
  .catch(null);

/** sortIn is the sort that a parameter asks for. */
export function sortIn(parameters: PageParameters, name: string): TableSort {
  return parseSort(wordSchema.parse(parameters[name] ?? null));
}

/** parseTableQuery reads `q`, `sort`, `columns`, `page` and the choices. What does not parse counts as not asked. */
export function parseTableQuery(parameters: PageParameters, filterIds: readonly string[]): TableQuery {
  const choices = filterIds.map((id) => [id, textSchema.parse(parameters[id])] as const);
  return {
    text: textSchema.parse(parameters.q),
    sort: sortIn(parameters, "sort"),
    columns: columnsSchema.parse(parameters.columns ?? null),
    choices: new Map(choices.filter(([, choice]) => choice !== "")),
    page: pageSchema.parse(parameters.page),
  };
}

/**
 * searchWith is the address's `?…` with some of its parameters changed, null taking one away; the others stay. Another
 * question begins on the first page again.
 */
export function searchWith(parameters: PageParameters, changes: Readonly<Record<string, string | null>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parameters, page: undefined, ...changes })) {
    for (const one of [value ?? []].flat()) search.append(name, one);
  }
  return `?${search.toString()}`;
}
