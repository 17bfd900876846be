/** PageShape is the outline of a kind of page, as `pageOutlines` draws it. */
export type PageShape = "overview" | "cards" | "table" | "details";

const shapes: Readonly<Record<string, PageShape>> = {
  "": "overview",
  trends: "cards",
  learn: "cards",
  settings: "cards",
  teams: "table",
  repositories: "table",
  inputs: "table",
  checks: "table",
  scans: "table",
  changes: "table",
  search: "table",
  why: "table",
};

/**
 * shapeOfNext is what a reader sees while the page at `next` is on its way from `current`, both paths. Null where the
 * page that is open stays: another question to it, another section of the settings, an address outside of the frame.
 */
export function shapeOfNext(next: string, current: string): PageShape | null {
  const [root, slug, page = "", part] = next.split("/").slice(1);
  const [, currentSlug, currentPage] = current.split("/").slice(1);
  if (root !== "orgs" || slug !== currentSlug || next === current) return null;
  if (page === "settings" && currentPage === "settings") return null;
  if (part !== undefined && page !== "why" && page !== "settings") return "details";
  return shapes[page] ?? null;
}
