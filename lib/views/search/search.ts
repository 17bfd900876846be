import { matchSorter, rankings } from "match-sorter";
import { organizationItem } from "../coverage.ts";
import { readOrganizationState } from "../organization-state.ts";
import type { ReadContext } from "../read-context.ts";
import type { OrganizationItem } from "../shared.ts";
import { queryLengthMax } from "./query-length.ts";
import type { SearchHit, SearchItem } from "./search-kind.ts";
import { searchKinds } from "./search-kinds.ts";

/** SearchGroup is the best hits of one kind, and how many there are in all. */
export interface SearchGroup {
  readonly id: string;
  readonly label: string;
  readonly hits: readonly SearchHit[];
  readonly total: number;
}

/** SearchView is what a search finds; kinds without a hit are left out. */
export interface SearchView {
  readonly organization: OrganizationItem;
  /** What was searched for, without the spaces around it. */
  readonly query: string;
  readonly groups: readonly SearchGroup[];
}

/**
 * readSearch looks for `query` in the names of everything that an organization has, and in the words beside them. Each
 * word of it must be found. Without a query the pages are found; null when there is no organization of that slug.
 *
 * @param hitsMax of each kind.
 */
export async function readSearch(
  context: ReadContext,
  slug: string,
  query: string,
  hitsMax: number,
): Promise<SearchView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const wanted = query.slice(0, queryLengthMax).trim();
  const groups: SearchGroup[] = [];
  for (const kind of searchKinds) {
    if (wanted === "" && kind.id !== "pages") continue;
    const found = findItems(await kind.listItems(context, state), wanted);
    if (found.length === 0) continue;
    const hits = found.slice(0, hitsMax).map(({ title, detail, href }) => ({ title, detail, href }));
    groups.push({ id: kind.id, label: kind.label, hits, total: found.length });
  }
  return { organization: organizationItem(state.organization), query: wanted, groups };
}

/** Those in which every word is found; the order is that of the last narrowing, in which the first word leads. */
function findItems(items: readonly SearchItem[], query: string): readonly SearchItem[] {
  if (query === "") return items;
  return query.split(/\s+/).reduceRight<readonly SearchItem[]>(
    (left, word) =>
      matchSorter(left, word, {
        threshold: rankings.CONTAINS,
        keys: [
          "title",
          { key: "words", maxRanking: rankings.CONTAINS },
          { key: "detail", maxRanking: rankings.CONTAINS },
        ],
      }),
    items,
  );
}
