import { describe, expect, it } from "vitest";
import { parseFlakeRef } from "../flake-ref/parse-flake-ref.ts";
import { compareDeclared, type DeclaredInput } from "./compare-declared.ts";
import { graphLock } from "./lock-graph.fixture.ts";

function input(name: string, rest: Partial<DeclaredInput> & { readonly url?: string } = {}): DeclaredInput {
  const parsed = rest.url === undefined ? null : parseFlakeRef(rest.url);
  const ref = parsed?.status === "ok" ? parsed.ref : null;
  return { name, ref, follows: rest.follows ?? null, overrides: rest.overrides ?? [] };
}

const inSync = { missing: [], extra: [], different: [], unknown: [] };

describe("compareDeclared", () => {
  it("finds nothing when every input is locked as declared", () => {
    const lock = graphLock(
      {
        root: { nixpkgs: "nixpkgs_2", a: "a", b: ["a", "lib"], up: [] },
        a: { nixpkgs: ["nixpkgs"], lib: "lib" },
        lib: {},
        nixpkgs_2: {},
      },
      { a: { original: { type: "git", url: "https://h/r?dir=sub", dir: "sub" } } },
    );
    const declared = [
      input("nixpkgs", { url: "github:o/nixpkgs_2" }),
      input("a", { url: "git+https://h/r?dir=sub", overrides: [input("nixpkgs", { follows: ["nixpkgs"] })] }),
      input("b", { follows: ["a", "lib"] }),
      input("up", { follows: [] }),
    ];

    expect(compareDeclared(declared, lock)).toEqual(inSync);
  });

  it("lists declared inputs that are not locked, and locked ones that are not declared", () => {
    const lock = graphLock({ root: { z: "a", y: "a" }, a: {} });

    expect(compareDeclared([input("c"), input("b")], lock)).toEqual({
      ...inSync,
      missing: ["b", "c"],
      extra: ["y", "z"],
    });
  });

  it("shows both sides of an input that is locked for something else", () => {
    const lock = graphLock({ root: { a: "x", b: "x", c: ["a"], d: ["a"], e: [] }, x: {} });
    const declared = [
      input("e", { follows: ["a"] }),
      input("a", { url: "github:o/other/v1" }),
      input("b", { follows: ["a"] }),
      input("c", { url: "github:o/x" }),
      input("d", { follows: ["b"] }),
    ];

    expect(compareDeclared(declared, lock).different).toEqual([
      { name: "a", declared: "github:o/other/v1", locked: "github:o/x" },
      { name: "b", declared: "follows a", locked: "github:o/x" },
      { name: "c", declared: "github:o/x", locked: "follows a" },
      { name: "d", declared: "follows b", locked: "follows a" },
      { name: "e", declared: "follows a", locked: 'follows ""' },
    ]);
  });

  it("looks into overrides as far as the locked flake has those inputs", () => {
    const lock = graphLock({ root: { a: "a" }, a: { b: "b", c: "c" }, b: { d: "d" }, c: {}, d: {} });
    const overrides = [
      input("b", { overrides: [input("d", { follows: ["a"] })] }),
      input("c", { url: "github:o/c" }),
      input("gone", { follows: ["a"] }),
    ];

    expect(compareDeclared([input("a", { url: "github:o/a", overrides })], lock)).toEqual({
      ...inSync,
      different: [{ name: "a/b/d", declared: "follows a", locked: "github:o/d" }],
    });
  });

  it("leaves open what it cannot compare: a reference unread, or an original that Nix would refuse", () => {
    const lock = graphLock(
      { root: { a: "a", b: "b" }, a: {}, b: {} },
      { b: { original: { type: "github", branch: "x" } } },
    );

    expect(compareDeclared([input("b", { url: "github:o/b" }), input("a")], lock)).toEqual({
      ...inSync,
      unknown: ["a", "b"],
    });
  });

  it("shows what cannot be shown as a URL by its type", () => {
    const lock = graphLock(
      { root: { a: "a", b: "b" }, a: {}, b: {} },
      { a: { original: { type: "ipfs" } }, b: { original: {} } },
    );
    const declared = [input("a", { url: "github:o/a" }), input("b", { follows: ["a"] })];

    expect(compareDeclared(declared, lock).different).toEqual([
      { name: "a", declared: "github:o/a", locked: "an input of type ipfs" },
      { name: "b", declared: "follows a", locked: "a reference that cannot be read" },
    ]);
  });
});
