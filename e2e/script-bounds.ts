import type { pages } from "./pages.ts";

// What Next and React bring is some 115 kB of it, which no page can do without.
const plainMaxKb = 140;
const chartsMaxKb = 220;

// Courses over time, ages on a line, and graphs of inputs or of flakes. What is drawn inside a table's cells, such as
// bars of shares and strips of ages, comes from the server and needs no scripts.
const withCharts: ReadonlySet<string> = new Set<keyof typeof pages>([
  "overview",
  "trends",
  "trends-metric",
  "team",
  "check",
  "input",
  "repository",
  "repository-broken",
  "own-flakes",
  "input-graph",
]);

/** scriptKbMaxOf is how much of scripts a page of `pages` may send, in kB as they come over the network. */
export function scriptKbMaxOf(page: string): number {
  return withCharts.has(page) ? chartsMaxKb : plainMaxKb;
}
