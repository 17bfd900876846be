import { describe, expect, it } from "vitest";
import type { InputFacts } from "./flake.ts";
import { known, unknown } from "./observed.ts";
import { driftOf, isOnBranch, type UpstreamHeads, upstreamKey } from "./upstream-heads.ts";

const rev = "a".repeat(40);
const lockedAt = Date.parse("2026-01-01T00:00:00Z") / 1000;

function input(changes: Partial<InputFacts> = {}): InputFacts {
  const ref = { type: "github", owner: "NixOS", repo: "nixpkgs", ref: "nixos-unstable" };
  return {
    name: "nixpkgs",
    isImplicit: false,
    isFlake: true,
    declaredUrl: "github:NixOS/nixpkgs/nixos-unstable",
    declaredAttributes: null,
    follows: null,
    overrides: [],
    ref,
    refProblem: null,
    node: known("nixpkgs"),
    locked: { attributes: { type: "github", owner: "NixOS", repo: "nixpkgs", rev }, lastModified: known(lockedAt) },
    original: ref,
    versionRange: null,
    resolvedVersion: null,
    isNixpkgs: true,
    evidence: { path: "flake.nix" },
    ...changes,
  };
}

function heads(revision: string | null): UpstreamHeads {
  const head = revision === null ? null : { revision, committedAt: "2026-03-04T12:00:00.000Z" };
  return new Map([[upstreamKey("github:nixos/nixpkgs", "nixos-unstable"), head]]);
}

describe("driftOf", () => {
  it("counts the days from the locked commit to the newest of its branch", () => {
    expect(driftOf(input(), heads("b".repeat(40)))).toEqual(known(62));
  });

  it("is 0 for an input that its upstream has not touched since, however old it is", () => {
    expect(driftOf(input(), heads(rev))).toEqual(known(0));
  });

  it.each([
    ["another branch", input(), new Map([[upstreamKey("github:nixos/nixpkgs", null), null]]), "not-asked"],
    ["a branch that is gone", input(), heads(null), "no-branch"],
    [
      "a revision of its own",
      input({ ref: { type: "github", owner: "NixOS", repo: "nixpkgs", rev } }),
      heads(rev),
      "no-branch",
    ],
    ["an input that follows another", input({ follows: "tool/nixpkgs" }), heads(rev), "no-branch"],
    [
      "a name of the registry",
      input({ ref: { type: "indirect", id: "nixpkgs" }, original: null }),
      heads(rev),
      "not-asked",
    ],
    ["no lock", input({ node: unknown("no-lock") }), heads(rev), "no-lock"],
    [
      "no lastModified",
      input({ locked: { attributes: { type: "github" }, lastModified: unknown("no-last-modified") } }),
      heads("b".repeat(40)),
      "no-last-modified",
    ],
  ] as const)("is unknown, and not 0, with %s", (_, given, asked, reason) => {
    expect(driftOf(given, asked)).toEqual(unknown(reason));
  });
});

describe("isOnBranch", () => {
  it("is true of a branch and of a default branch, and of nothing that cannot lie behind one", () => {
    expect(isOnBranch(input())).toBe(true);
    expect(isOnBranch(input({ ref: { type: "github", owner: "a", repo: "b" }, original: null }))).toBe(true);
    expect(isOnBranch(input({ ref: { type: "github", owner: "a", repo: "b", rev } }))).toBe(false);
    expect(isOnBranch(input({ follows: "tool/nixpkgs" }))).toBe(false);
    expect(isOnBranch(input({ ref: { type: "indirect", id: "nixpkgs" } }))).toBe(false);
    expect(isOnBranch(input({ ref: null, original: null }))).toBe(false);
  });
});
