/** ViewPage is a page whose question may have a name. */
export interface ViewPage {
  /** Its path below the organization's address, each part escaped in one way; empty for the overview. */
  readonly page: string;
  /** The parameters of its address that say what is asked of it. A page of a long table is none: rows move on. */
  readonly parameters: readonly string[];
}

const table = ["q", "sort", "columns"] as const;
const repositories = ["check", "has", "stage", "eligible"] as const;
// A repository with several flakes shows a table for each; the first one has no prefix.
const flakeTables = Array.from({ length: 9 }, (_, index) => table.map((name) => `f${index + 1}-${name}`)).flat();

// `*` stands for any one part. The first pattern that fits is the page.
const pages: readonly (readonly [pattern: string, parameters: readonly string[]])[] = [
  ["", ["range", "heat"]],
  ["teams", table],
  ["teams/*", ["range", ...table, ...repositories]],
  ["repositories", [...table, "team", ...repositories]],
  ["repositories/*", [...table, ...flakeTables]],
  ["repositories/*/graph", ["flake", "open", ...table, "state"]],
  ["inputs", ["team", ...table, "relation", "kind", "state"]],
  ["inputs/flakes", ["open", ...table, "place"]],
  ["inputs/*", ["revision", ...table, "relation", "state"]],
  ["checks", [...table, "theme", "severity", "outcome"]],
  ["checks/*", ["range", ...table, "team", "outcome"]],
  ["learn", ["team", "q", "theme", "level", "kind"]],
  ["trends", ["metric", "team", "range"]],
  ["changes", ["metric", "team", "from", "to", ...table, "change"]],
  ["why/*", ["team", "day", ...table, "standing", "owner"]],
  ["scans", table],
  ["scans/*", [...table, "state"]],
  ["settings/waivers", [...table, "state"]],
  ["settings/changes", table],
];

// In characters, escaped. No honest name of a repository, a team or an upstream is longer; an index takes no more.
const pageMax = 900;

/** viewPageOf is the page at a path below the organization's address, escaped or not; null where views have no place. */
export function viewPageOf(path: string): ViewPage | null {
  const parts = path.split("/").map(canonicalPart);
  const page = parts.join("/");
  if (parts.includes(null) || page.length > pageMax) return null;
  const known = pages.find(([pattern]) => fits(pattern.split("/"), parts));
  return known === undefined ? null : { page, parameters: known[1] };
}

function fits(pattern: readonly string[], parts: readonly (string | null)[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((wanted, index) => wanted === parts[index] || (wanted === "*" && parts[index] !== ""))
  );
}

/** Null for a part that would lead elsewhere, or that nothing is named by. */
function canonicalPart(part: string): string | null {
  try {
    const text = decodeURIComponent(part);
    if (text === "." || text === ".." || hasControl(text)) return null;
    return encodeURIComponent(text).replaceAll("%3A", ":");
  } catch {
    return null;
  }
}

// A choice, a text and a sort are short; a list of columns is the longest that a page asks for.
const valueMax = 300;
const valuesMax = 10;

/**
 * viewQueryOf is what an address asks of a page, in one way of writing: its known parameters only, in their order. What
 * is empty, too long or holds control characters is no part of it.
 */
export function viewQueryOf({ parameters }: ViewPage, search: URLSearchParams): string {
  const asked = parameters.flatMap((name) =>
    search
      .getAll(name)
      .filter((value) => value !== "" && value.length <= valueMax && !hasControl(value))
      .slice(0, valuesMax)
      .map((value) => [name, value.toWellFormed()]),
  );
  return new URLSearchParams(asked).toString();
}

/** hasControl says whether a text holds control characters, or marks that turn the direction of what follows. */
export function hasControl(text: string): boolean {
  return /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);
}
