import type { SavedView } from "#lib/model/saved-view.ts";
import type { Database } from "#lib/store/database.ts";
import { listSavedViews } from "#lib/store/saved-views.ts";
import { organizationHref } from "./hrefs.ts";

/** SavedViewItem is a view with its address. */
export interface SavedViewItem extends SavedView {
  readonly href: string;
}

/** readSavedViews is every view of an organization. The caller has authorized the reading. */
export async function readSavedViews(
  database: Database,
  { id, slug }: { readonly id: string; readonly slug: string },
): Promise<readonly SavedViewItem[]> {
  const views = await listSavedViews(database, id);
  return views.map((view) => ({ ...view, href: savedViewHref(slug, view) }));
}

function savedViewHref(slug: string, { page, query }: SavedView): string {
  return `${organizationHref(slug)}${page === "" ? "" : `/${page}`}?${query}`;
}
