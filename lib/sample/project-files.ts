import { addDays, dayOf } from "#lib/model/instant.ts";
import type { SampleFiles } from "./sample-repository.ts";

/** readme is a README without a word about Nix. */
export function readme(
  name: string,
  text: string,
  howTo = "See the wiki for how to set up your machine.",
): SampleFiles {
  return { "README.md": `# ${name}\n\n${text}\n\n## Development\n\n${howTo}\n` };
}

/** nixReadme is a README that shows the way in with Nix. */
export function nixReadme(name: string, text: string, command = "nix develop"): SampleFiles {
  return readme(
    name,
    text,
    `You need [Nix](https://zero-to-nix.com/start/install). Then:

\`\`\`console
${command}
\`\`\`

With [direnv](https://direnv.net) the environment loads by itself after \`direnv allow\`.`,
  );
}

/** codeowners are the rules of a CODEOWNERS file, one a line. */
export function codeowners(path: ".github/CODEOWNERS" | "CODEOWNERS" | "docs/CODEOWNERS", ...rules: readonly string[]) {
  return { [path]: `# Who reviews what.\n${rules.join("\n")}\n` } satisfies SampleFiles;
}

/** waiver is a settings file that waives one check until so many days after the sample's day, or before it. */
export function waiver(check: string, reason: string, lastDay: number): SampleFiles {
  return {
    ".github/flakeboard.yml": (asOf) =>
      `waivers:\n  - check: ${check}\n    reason: ${reason}\n    expires: ${dayOf(addDays(asOf, lastDay))}\n`,
  };
}

/** useFlake makes direnv load the flake's environment. */
export const useFlake: SampleFiles = { ".envrc": "use flake\n" };

/** dockerfile is a plain image of a service. */
export function dockerfile(base: string, command: string): SampleFiles {
  return { Dockerfile: `FROM ${base}\nWORKDIR /app\nCOPY . .\nCMD ["${command}"]\n` };
}

/** Enough functions that a project's language outweighs its flake, as in real repositories. */
const functionCount = 16;

function numbered(write: (number: number) => string): string {
  return Array.from({ length: functionCount }, (_, index) => write(index + 1)).join("\n");
}

/** goProject is a small service in Go. */
export function goProject(name: string, ...packages: readonly string[]): SampleFiles {
  const sources = packages.map((it) => [
    `internal/${it}/${it}.go`,
    `// Package ${it} is a part of ${name}.
package ${it}

import "errors"

// ErrNotFound says that there is nothing under that key.
var ErrNotFound = errors.New("${it}: not found")

// Entry is one record of ${it}.
type Entry struct {
	ID     string
	Amount int64
}

${numbered(
  (number) => `// Find${number} looks an entry of kind ${number} up by its id.
func Find${number}(entries []Entry, id string) (Entry, error) {
	for _, entry := range entries {
		if entry.ID == id && entry.Amount%${number} == 0 {
			return entry, nil
		}
	}
	return Entry{}, ErrNotFound
}
`,
)}`,
  ]);
  return {
    "go.mod": `module github.com/sample/${name}\n\ngo 1.25\n`,
    "main.go": `package main

import (
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
`,
    ...Object.fromEntries(sources),
  };
}

/** rustProject is a small crate. */
export function rustProject(name: string, ...modules: readonly string[]): SampleFiles {
  const sources = modules.map((it) => [
    `src/${it}.rs`,
    `//! The ${it} of ${name}.

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub id: u64,
    pub weight: f64,
}

${numbered(
  (number) => `/// The weight of every item of kind ${number}.
pub fn total_${number}(items: &[Item]) -> f64 {
    items.iter().filter(|item| item.id % ${number} == 0).map(|item| item.weight).sum()
}
`,
)}`,
  ]);
  return {
    "Cargo.toml": `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2024"\n`,
    "Cargo.lock": `version = 4\n\n[[package]]\nname = "${name}"\nversion = "0.1.0"\n`,
    "src/main.rs": `${modules.map((it) => `mod ${it};\n`).join("")}\nfn main() {\n    println!("${name}");\n}\n`,
    ...Object.fromEntries(sources),
  };
}

/** pythonProject is a small package in Python. */
export function pythonProject(name: string, ...modules: readonly string[]): SampleFiles {
  const folder = name.replaceAll("-", "_");
  const sources = modules.map((it) => [
    `${folder}/${it}.py`,
    `"""The ${it} of ${name}."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    key: str
    value: float


${numbered(
  (number) => `def mean_${number}(rows: list[Row]) -> float:
    if not rows:
        raise ValueError("no rows")
    return ${number} * sum(row.value for row in rows) / len(rows)

`,
)}`,
  ]);
  return {
    "pyproject.toml": `[project]\nname = "${name}"\nversion = "0.1.0"\nrequires-python = ">=3.12"\ndependencies = []\n`,
    [`${folder}/__init__.py`]: `"""${name}."""\n`,
    ...Object.fromEntries(sources),
  };
}

/** nodeProject is a small package in TypeScript. */
export function nodeProject(name: string, ...modules: readonly string[]): SampleFiles {
  const sources = modules.map((it) => [
    `src/${it}.ts`,
    `/** What ${it} shows. */
export interface Card {
  readonly title: string;
  readonly price: number;
}

${numbered(
  (number) => `export function cheapest${number}(cards: readonly Card[]): Card | undefined {
  return cards
    .filter((card) => card.price > ${number})
    .reduce<Card | undefined>(
      (best, card) => (best === undefined || card.price < best.price ? card : best),
      undefined,
    );
}
`,
)}`,
  ]);
  const manifest = { name: `@sample/${name}`, version: "0.1.0", private: true, type: "module" };
  return {
    "package.json": `${JSON.stringify({ ...manifest, scripts: { test: "node --test" } }, null, 2)}\n`,
    "tsconfig.json": '{ "compilerOptions": { "strict": true } }\n',
    ...Object.fromEntries(sources),
  };
}

/** sources are files of any other language: a path with a line that is repeated, so that the size counts. */
export function sources(...files: readonly (readonly [path: string, line: string, count: number])[]): SampleFiles {
  return Object.fromEntries(files.map(([path, line, count]) => [path, `${line}\n`.repeat(count)]));
}
