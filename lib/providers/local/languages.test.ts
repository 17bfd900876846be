import { describe, expect, it } from "vitest";
import type { TreeEntry } from "#lib/model/tree.ts";
import { countLanguages } from "./languages.ts";

const file = (path: string, sizeBytes: number | null, type: TreeEntry["type"] = "file"): TreeEntry => ({
  path,
  type,
  oid: "0".repeat(40),
  sizeBytes,
});

describe("countLanguages", () => {
  it("adds sizes by language, largest first, and equals by name", () => {
    const entries = [file("a.go", 5), file("b/c.go", 6), file("main.rs", 20), file("x.py", 11)];

    expect(countLanguages(entries)).toEqual([
      { name: "Rust", sizeBytes: 20 },
      { name: "Go", sizeBytes: 11 },
      { name: "Python", sizeBytes: 11 },
    ]);
  });

  it("leaves out prose, data, unknown names, and what is no file", () => {
    const entries = [
      file("README.md", 9),
      file("flake.lock", 9),
      file("a.yaml", 9),
      file("strange.zzz", 9),
      file("link.go", 9, "symlink"),
      file("module.go", null, "submodule"),
      file("unknown-size.go", null),
    ];

    expect(countLanguages(entries)).toEqual([]);
  });

  it.each([
    ["Dockerfile", "Dockerfile"],
    ["Makefile", "Makefile"],
    ["flake.nix", "Nix"],
    ["view.TS", "TypeScript"],
    ["view.tsx", "TypeScript"],
    ["page.html.erb", "HTML"],
    ["lib.h", "C"],
    ["index.html", "HTML"],
    ["style.css", "CSS"],
    ["App.swift", "Swift"],
    ["main.tf", "HCL"],
    ["constructor", undefined],
    [".nix", undefined],
  ])("takes %s for %s", (name, language) => {
    expect(countLanguages([file(`some/folder.go/${name}`, 1)])[0]?.name).toBe(language);
  });
});
