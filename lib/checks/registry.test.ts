import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type FixtureFiles, githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { themes } from "#lib/model/finding.ts";
import { evaluateChecks } from "./evaluate-checks.ts";
import { checks, findCheck } from "./registry.ts";
import { contextOf, daysAgo } from "./testing/judge.ts";

const folder = new URL(".", import.meta.url);

const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/check.ts`, folder)))
  .map((entry) => entry.name);

describe("the registry of checks", () => {
  it("holds the check of every folder, and none besides", () => {
    expect(checks.map((check) => check.id).sort()).toEqual(folders.sort());
  });

  it("gives every check an id of its own by which it is found", () => {
    expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
    for (const check of checks) expect(findCheck(check.id)).toBe(check);
    expect(findCheck("__proto__")).toBeUndefined();
  });

  it.each(checks)("$id has a test beside it", ({ id }) => {
    expect(existsSync(new URL(`${id}/check.test.ts`, folder))).toBe(true);
  });

  it.each(checks)("$id explains itself in every respect", ({ id, version, theme, words }) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(version).toBeGreaterThanOrEqual(1);
    expect(themes).toContain(theme);
    for (const text of Object.values(words)) expect(text.trim().length).toBeGreaterThan(10);
  });
});

const flake = `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }`;

const oddRepositories: readonly (readonly [name: string, files: FixtureFiles, isComplete: boolean])[] = [
  ["nothing in it", {}, true],
  ["not all paths listed", { "src/main.c": "" }, false],
  ["a flake, not all paths listed", { "flake.nix": flake }, false],
  ["template flakes only", { "templates/rust/flake.nix": flake }, true],
  ["a lock without flake", { "flake.lock": lockText({}, {}) }, true],
  ["a lock that is no JSON", { "flake.nix": flake, "flake.lock": "<<<<<<< HEAD\n" }, true],
  ["a linked flake and lock", { "flake.nix": "symlink", "flake.lock": "symlink" }, true],
  ["files too large", { "flake.nix": { sizeBytes: 1e9 }, "flake.lock": { sizeBytes: 1e9 } }, true],
  ["binary files", { "flake.nix": { isBinary: true }, ".github/workflows/ci.yml": { isBinary: true } }, true],
  ["a flake that does not parse", { "flake.nix": "{ inputs.nixpkgs.url = " }, true],
  ["an empty flake", { "flake.nix": "" }, true],
  [
    "dates without sense",
    {
      "flake.nix": `{ inputs = { a.url = "github:o/a"; b.url = "github:o/b"; c.url = "github:o/c"; }; outputs = i: { }; }`,
      "flake.lock": lockText(
        { a: "a", b: "b", c: "c" },
        { a: githubNode("o", "a", -1), b: githubNode("o", "b", 1e15), c: githubNode("o", "c", 1.5) },
      ).replace("1.5", "1e999"),
    },
    true,
  ],
  [
    "an input named like one of another flake",
    {
      "flake.nix": `{ inputs."nix/nixpkgs".url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }`,
      "nix/flake.nix": flake,
    },
    true,
  ],
  [
    "names of JavaScript",
    {
      "flake.nix": `{ inputs = { __proto__.url = "github:o/r"; constructor.url = "github:o/c"; toString.follows = "__proto__"; }; outputs = i: { }; }`,
      "flake.lock": `{"nodes":{"__proto__":{"locked":{"lastModified":${daysAgo(3)},"type":"github","__proto__":"x"},"original":{}},"root":{"inputs":{"__proto__":"__proto__","toString":["__proto__"]}}},"root":"root","version":7}`,
      ".github/workflows/ci.yml": "on: {__proto__: x}\njobs: {__proto__: {steps: [{uses: __proto__}]}}\n",
    },
    true,
  ],
];

describe("every check", () => {
  it.each(oddRepositories)("says something of a repository with %s, and never throws", (_, files, isComplete) => {
    const findings = evaluateChecks(contextOf(files, isComplete));

    expect(new Set(findings.map((finding) => finding.checkId)).size).toBe(checks.length);
    for (const { summary } of findings) expect(summary.trim()).not.toBe("");
  });

  it.each(oddRepositories)("gives every subject of a repository with %s one outcome only", (_, files, isComplete) => {
    const keys = evaluateChecks(contextOf(files, isComplete)).map(({ checkId, subject }) => `${checkId} ${subject}`);

    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(checks)("$id accuses nobody of what may be among the paths that are missing", (check) => {
    const released = flake.replace("github:NixOS/nixpkgs", "https://flakehub.com/f/NixOS/nixpkgs/0.1");
    const described = released.replace("{", `{ description = "A tool";`);
    const results = check.evaluate(contextOf({ "flake.nix": described }, false));

    expect(results.map((result) => result.outcome)).not.toContain("fail");
  });

  it("gives the same findings for the same context", () => {
    const context = contextOf({ "flake.nix": flake });

    expect(evaluateChecks(context)).toEqual(evaluateChecks(context));
  });
});
