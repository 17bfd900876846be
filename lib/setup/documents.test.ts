import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { environmentNames } from "#lib/config/environment.ts";
import { root } from "./ensure-installed.mjs";

const readText = (path: string) => readFileSync(join(root, path), "utf8");
const documents = ["README.md", ...globSync("docs/**/*.md", { cwd: root })];
const manifest = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readText("package.json")));

function named(document: string, pattern: RegExp): readonly string[] {
  return [...readText(document).matchAll(pattern)].map(([, name = ""]) => name);
}

describe.each(documents)("%s", (document) => {
  it("names scripts that package.json has", () => {
    const scripts = named(document, /\bnpm run (?:-s )?([\w:]+)/g);
    expect(scripts.filter((script) => manifest.scripts[script] === undefined)).toEqual([]);
  });

  it("names commands that flakeboard has", () => {
    const commands = named(document, /\bflakeboard(?: --)? ([a-z][a-z-]*)(?=[\s`])/g);
    expect(commands.filter((command) => !existsSync(join(root, `lib/cli/commands/${command}.ts`)))).toEqual([]);
  });

  it("names files and folders that are there", () => {
    // What a run leaves behind is not in a clone, <id> or * stand for many, and CODEOWNERS is a repository's.
    const paths = named(document, /`((?:app|components|docs|e2e|lib|prisma)\/(?!output|CODEOWNERS)[^`\s<>*…]+)`/g);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("links to files that are there", () => {
    const links = named(document, /\]\((?!https?:|#)([^)#\s]+)/g);
    expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });
});

it("the README tells of every variable of the environment, and of no other", () => {
  const rows = readText("README.md")
    .split("\n")
    .filter((line) => /^\| `[A-Z]/.test(line));
  const told = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
  expect(told.toSorted()).toEqual(environmentNames.toSorted());
});
