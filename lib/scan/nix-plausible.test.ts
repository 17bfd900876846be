import { describe, expect, it } from "vitest";
import type { Repository } from "#lib/model/repository.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import { isNixPlausible } from "./nix-plausible.ts";

const repository: Repository = {
  providerId: "1",
  owner: "acme",
  name: "web",
  url: null,
  description: null,
  visibility: "private",
  isArchived: false,
  isFork: false,
  isEmpty: false,
  createdAt: null,
  archivedAt: null,
  pushedAt: null,
  defaultBranch: "main",
  headCommit: "0".repeat(40),
  headCommittedAt: null,
  languages: [{ name: "TypeScript", sizeBytes: 1000 }],
  topics: [],
};

const entry = (path: string): TreeEntry => ({ path, type: "file", oid: "0".repeat(40), sizeBytes: 1 });

describe("isNixPlausible", () => {
  it("does not list the tree of a repository that shows no Nix", () => {
    expect(isNixPlausible(repository, [entry("package.json")], false)).toBe(false);
  });

  it.each(["flake.nix", "shell.nix", ".envrc", "devbox.json", "ci.nix"])("follows %s at the root", (path) => {
    expect(isNixPlausible(repository, [entry(path)], false)).toBe(true);
  });

  it("follows the language Nix, which shows flakes in sub-folders, and a flake of the last snapshot", () => {
    const withNix = { ...repository, languages: [...repository.languages, { name: "Nix", sizeBytes: 1 }] };

    expect(isNixPlausible(withNix, [entry("package.json")], false)).toBe(true);
    expect(isNixPlausible(repository, [entry("package.json")], true)).toBe(true);
  });
});
