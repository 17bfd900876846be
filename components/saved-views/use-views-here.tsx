"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { createContext, type ReactNode, useContext } from "react";
import { viewPageOf, viewQueryOf } from "#lib/model/view-page.ts";
import type { SavedViewItem } from "#lib/views/saved-views.ts";

interface OrganizationViews {
  readonly slug: string;
  readonly views: readonly SavedViewItem[];
}

const Views = createContext<OrganizationViews | null>(null);

/** SavedViewsProvider gives every page in it the views of its organization. */
export function SavedViewsProvider({ slug, views, children }: OrganizationViews & { readonly children: ReactNode }) {
  return <Views value={{ slug, views }}>{children}</Views>;
}

/** ViewsHere is the page that is open, what it is asked, and the names that the organization gave to such questions. */
export interface ViewsHere extends OrganizationViews {
  readonly page: string;
  /** Empty when nothing is asked. */
  readonly query: string;
  readonly current: SavedViewItem | null;
}

/** useViewsHere is the views of the page that is open; null where views have no place. */
export function useViewsHere(): ViewsHere | null {
  const all = useContext(Views);
  const path = usePathname().split("/").slice(3).join("/");
  const search = useSearchParams();
  const page = viewPageOf(path);
  if (all === null || page === null) return null;
  const query = viewQueryOf(page, new URLSearchParams(search));
  const views = all.views.filter((view) => view.page === page.page);
  const current = views.find((view) => view.query === query) ?? null;
  return { slug: all.slug, views, page: page.page, query, current };
}
