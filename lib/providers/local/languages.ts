import * as linguist from "linguist-languages";
import type { LanguageShare } from "#lib/model/repository.ts";
import type { TreeEntry } from "#lib/model/tree.ts";

interface Language {
  readonly name: string;
  readonly type: string;
  readonly group?: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
}

/**
 * settledExtensions decide where several languages name an extension as their first. Linguist reads the file for
 * that; without its text the language in common use is taken. Others of that kind are not counted at all.
 */
const settledExtensions: ReadonlyMap<string, string> = new Map([
  [".cls", "Apex"],
  [".cs", "C#"],
  [".d", "D"],
  [".e", "Eiffel"],
  [".ex", "Elixir"],
  [".fs", "F#"],
  [".h", "C"],
  [".html", "HTML"],
  [".jq", "jq"],
  [".lean", "Lean 4"],
  [".m", "Objective-C"],
  [".md", "Markdown"],
  [".nu", "Nushell"],
  [".pl", "Perl"],
  [".pp", "Puppet"],
  [".r", "R"],
  [".rs", "Rust"],
  [".scm", "Scheme"],
  [".sql", "SQL"],
  [".v", "Verilog"],
]);

const languages: readonly Language[] = Object.values(linguist);
const languageByName = new Map(languages.map((language) => [language.name, language]));
const languageByFilename = new Map(
  languages.flatMap((language) => (language.filenames ?? []).map((filename) => [filename, language] as const)),
);
const languageByExtension = indexExtensions();

/**
 * countLanguages adds up the sizes of files by language, largest first, then by name.
 * Like GitHub's statistics it counts programming and markup only, and puts a dialect (TSX) under its group (TypeScript).
 * Unlike them it goes by name alone: no heuristics on text, no `.gitattributes`, no list of vendored folders.
 * Names and types: github/linguist, languages.yml, through the package `linguist-languages`.
 */
export function countLanguages(entries: readonly TreeEntry[]): readonly LanguageShare[] {
  const sizes = new Map<string, number>();
  for (const { path, type, sizeBytes } of entries) {
    if ((type !== "file" && type !== "executable") || sizeBytes === null || sizeBytes === 0) continue;
    const name = countedLanguage(path);
    if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + sizeBytes);
  }
  return [...sizes]
    .map(([name, sizeBytes]) => ({ name, sizeBytes }))
    .sort((a, b) => b.sizeBytes - a.sizeBytes || (a.name < b.name ? -1 : 1));
}

function countedLanguage(path: string): string | undefined {
  const language = languageOf(path.slice(path.lastIndexOf("/") + 1));
  if (language?.type !== "programming" && language?.type !== "markup") return undefined;
  return language.group ?? language.name;
}

/** The longest extension that is known decides: `x.html.erb` before `.erb`. */
function languageOf(filename: string): Language | undefined {
  const byName = languageByFilename.get(filename);
  if (byName !== undefined) return byName;
  const lower = filename.toLowerCase();
  for (let dot = lower.indexOf(".", 1); dot >= 0; dot = lower.indexOf(".", dot + 1)) {
    const language = languageByExtension.get(lower.slice(dot));
    if (language !== undefined) return language;
  }
  return undefined;
}

/** An extension belongs to the one language that names it, or names it first; a tie needs a settled answer. */
function indexExtensions(): ReadonlyMap<string, Language> {
  const claims = new Map<string, { readonly language: Language; readonly isFirst: boolean }[]>();
  for (const language of languages) {
    for (const [index, extension] of (language.extensions ?? []).entries()) {
      const key = extension.toLowerCase();
      const claim = { language, isFirst: index === 0 };
      claims.set(key, [...(claims.get(key) ?? []), claim]);
    }
  }
  const index = new Map<string, Language>();
  for (const [extension, all] of claims) {
    const first = all.filter((claim) => claim.isFirst);
    const [only, ...others] = first.length > 0 ? first : all;
    const settled = languageByName.get(settledExtensions.get(extension) ?? "");
    const language = settled ?? (others.length === 0 ? only?.language : undefined);
    if (language !== undefined) index.set(extension, language);
  }
  return index;
}
