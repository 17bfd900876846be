"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { SearchView } from "#lib/views/search/search.ts";

/** SearchAnswer is what a search found, as it is sent. */
export type SearchAnswer = Pick<SearchView, "query" | "groups">;

/** useSearch follows what is typed; until an answer is there, the one before it stays. */
export function useSearch(slug: string, text: string) {
  const query = useDeferredValue(text.trim());
  return useQuery<SearchAnswer>({
    queryKey: ["search", slug, query],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ organization: slug, q: query });
      const response = await fetch(`/api/v1/search?${asked.toString()}`, { signal });
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      return response.json();
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: 1,
  });
}
