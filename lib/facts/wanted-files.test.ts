import { describe, expect, it } from "vitest";
import type { TreeEntry } from "#lib/model/tree.ts";
import { wantedFiles } from "./wanted-files.ts";

function file(path: string, sizeBytes: number | null = 100): TreeEntry {
  return { path, type: "file", oid: "0".repeat(40), sizeBytes };
}

function wanted(...entries: readonly TreeEntry[]): readonly string[] {
  return wantedFiles(entries).map(({ path }) => path);
}

describe("wantedFiles", () => {
  it.each([
    "flake.nix",
    "nix/flake.lock",
    ".envrc",
    ".github/workflows/ci.yml",
    ".github/dependabot.yml",
    "renovate.json5",
    "package.json",
    "docs/CODEOWNERS",
    ".github/flakeboard.yml",
  ])("are always %s", (path) => {
    expect(wanted(file(path))).toEqual([path]);
  });

  it.each(["sub/package.json", "src/.envrc", "sub/.github/workflows/ci.yml", "flake.nix.orig"])(
    "are never %s",
    (path) => {
      expect(wanted(file("flake.nix"), file(path))).toEqual(["flake.nix"]);
    },
  );

  it("are the Nix files only where there is a flake", () => {
    expect(wanted(file("nix/package.nix"))).toEqual([]);
    expect(wanted(file("nix/package.nix"), file("flake.nix"))).toEqual(["flake.nix", "nix/package.nix"]);
  });

  it("are at most 400 Nix files, those nearest to the root", () => {
    const far = Array.from({ length: 500 }, (_, index) => file(`a/b/${index}.nix`));
    const found = wanted(...far, file("flake.nix"), file("z.nix"));

    expect(found).toHaveLength(401);
    expect(found.slice(0, 2)).toEqual(["flake.nix", "z.nix"]);
  });

  it("are Nix files up to a size for each, and for all together", () => {
    const large = Array.from({ length: 30 }, (_, index) => file(`${String(index).padStart(2, "0")}.nix`, 250_000));

    expect(wanted(file("flake.nix"), file("generated.nix", 300_000))).toEqual(["flake.nix"]);
    expect(wanted(file("flake.nix"), ...large)).toHaveLength(17);
  });

  it("are no links, folders or submodules", () => {
    expect(wanted({ ...file("flake.nix"), type: "symlink" }, { ...file(".envrc"), type: "submodule" })).toEqual([]);
  });
});
