import * as linguist from "linguist-languages";
import type { ListedEntry } from "./git-repository.ts";

interface Language {
  readonly name: string;
  readonly type: string;
  readonly group?: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
}

/** Extensions that several languages name first: GitHub reads the file, here the language in common use is taken. */
const settled: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ".cls": "Apex",
    ".cs": "C#",
    ".d": "D",
    ".e": "Eiffel",
    ".ex": "Elixir",
    ".fs": "F#",
    ".h": "C",
    ".html": "HTML",
    ".jq": "jq",
    ".lean": "Lean 4",
    ".m": "Objective-C",
    ".md": "Markdown",
    ".nu": "Nushell",
    ".pl": "Perl",
    ".pp": "Puppet",
    ".r": "R",
    ".rs": "Rust",
    ".scm": "Scheme",
    ".sql": "SQL",
    ".v": "Verilog",
  }),
);

const languages: readonly Language[] = Object.values(linguist);
const byName = new Map(languages.map((language) => [language.name, language]));
const byFilename = new Map(
  languages.flatMap((language) => (language.filenames ?? []).map((name) => [name, language] as const)),
);
const claims = Map.groupBy(
  languages.flatMap((language) =>
    (language.extensions ?? []).map((extension, index) => ({ extension: extension.toLowerCase(), language, index })),
  ),
  ({ extension }) => extension,
);

/** countLanguages adds up blob sizes by language, largest first: programming and markup only, dialects in their group. */
export function countLanguages(
  entries: readonly ListedEntry[],
): readonly { readonly name: string; readonly size: number }[] {
  const sizes = new Map<string, number>();
  for (const { path, type, mode, size } of entries) {
    const isFile = type === "blob" && mode !== "120000";
    const language = isFile ? languageOf(path.slice(path.lastIndexOf("/") + 1)) : undefined;
    if (language === undefined || size === null || size === 0) continue;
    if (language.type !== "programming" && language.type !== "markup") continue;
    const name = language.group ?? language.name;
    sizes.set(name, (sizes.get(name) ?? 0) + size);
  }
  const counted = [...sizes].map(([name, size]) => ({ name, size }));
  return counted.sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
}

/** The longest known extension decides. */
function languageOf(filename: string): Language | undefined {
  const named = byFilename.get(filename);
  if (named !== undefined) return named;
  const lower = filename.toLowerCase();
  for (let dot = lower.indexOf(".", 1); dot >= 0; dot = lower.indexOf(".", dot + 1)) {
    const language = languageByExtension(lower.slice(dot));
    if (language !== undefined) return language;
  }
  return undefined;
}

/** The language that is settled, or the only one that names the extension first, or the only one that names it. */
function languageByExtension(extension: string): Language | undefined {
  const all = claims.get(extension) ?? [];
  const first = all.filter(({ index }) => index === 0);
  const candidates = first.length > 0 ? first : all;
  return byName.get(settled.get(extension) ?? "") ?? (candidates.length === 1 ? candidates[0]?.language : undefined);
}
