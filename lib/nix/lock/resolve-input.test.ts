import { describe, expect, it } from "vitest";
import type { LockFile } from "./lock-file.ts";
import { graphLock } from "./lock-graph.fixture.ts";
import { resolveInput } from "./resolve-input.ts";

function labelOf(lock: LockFile, path: string): string {
  const result = resolveInput(lock, path === "" ? [] : path.split("/"));
  return result.status === "node" ? result.node.label : result.status;
}

describe("resolveInput", () => {
  it("goes by input names, never by labels", () => {
    const lock = graphLock({
      root: { nixpkgs: "nixpkgs_2", a: "a" },
      a: { nixpkgs: "nixpkgs" },
      nixpkgs: {},
      nixpkgs_2: {},
    });

    expect(labelOf(lock, "nixpkgs")).toBe("nixpkgs_2");
    expect(labelOf(lock, "a/nixpkgs")).toBe("nixpkgs");
    expect(labelOf(lock, "nixpkgs_2")).toBe("missing");
  });

  it("walks follows from the root, also from the middle of a path and through other follows", () => {
    const lock = graphLock({
      root: { a: "a", b: "b", nixpkgs: ["a", "home", "nixpkgs"] },
      a: { home: "home", nixpkgs: "nixpkgs" },
      home: { nixpkgs: ["a", "nixpkgs"], up: ["b"] },
      b: { lib: "lib" },
      lib: {},
      nixpkgs: {},
    });

    expect(labelOf(lock, "nixpkgs")).toBe("nixpkgs");
    expect(labelOf(lock, "a/home/nixpkgs")).toBe("nixpkgs");
    expect(labelOf(lock, "a/home/up/lib")).toBe("lib");
  });

  it("resolves the empty path, and an input that follows it, to the root", () => {
    const lock = graphLock({ root: { a: "a", b: "b" }, a: { parent: [] }, b: {} });

    expect(labelOf(lock, "")).toBe("root");
    expect(labelOf(lock, "a/parent")).toBe("root");
    expect(labelOf(lock, "a/parent/b")).toBe("b");
  });

  it("is not confused by an input named root, nor by a root of another name", () => {
    const graph = { main: { root: "root_2", nixpkgs: ["root", "nixpkgs"] }, root_2: { nixpkgs: "root" }, root: {} };
    const lock = graphLock(graph, {}, "main");

    expect(labelOf(lock, "nixpkgs")).toBe("root");
    expect(labelOf(lock, "")).toBe("main");
  });

  // nix-community/neovim-nightly-overlay, flake/dev: the flake takes its own parent folder as the input `root`.
  it("resolves a development flake that follows the inputs of an input named root", () => {
    const lock = graphLock({
      nixpkgs: {},
      root: { "flake-parts": ["root", "flake-parts"], nixpkgs: ["root", "nixpkgs"], root: "root_2" },
      root_2: { "flake-parts": "flake-parts", nixpkgs: "nixpkgs" },
      "flake-parts": { "nixpkgs-lib": ["root", "nixpkgs"] },
    });

    expect(labelOf(lock, "nixpkgs")).toBe("nixpkgs");
    expect(labelOf(lock, "flake-parts/nixpkgs-lib")).toBe("nixpkgs");
    expect(labelOf(lock, "root")).toBe("root_2");
  });

  it("tells where a path ends that leads nowhere", () => {
    const lock = graphLock({ root: { a: "a", b: ["a", "gone"] }, a: {} });

    expect(resolveInput(lock, ["a", "x", "y"])).toEqual({ status: "missing", node: "a", name: "x" });
    expect(resolveInput(lock, ["b"])).toEqual({ status: "missing", node: "a", name: "gone" });
  });

  it("detects follows that go in a circle, and names it", () => {
    const lock = graphLock({ root: { a: ["b"], b: ["c"], c: ["b"], self: ["self", "x"] } });

    expect(resolveInput(lock, ["a"])).toEqual({ status: "cycle", paths: ["b", "c", "b"] });
    expect(resolveInput(lock, ["self"])).toEqual({ status: "cycle", paths: ["self/x", "self/x"] });
  });

  it("gives up on over 50 follows in a row", () => {
    const chain = (length: number) => {
      const inputs = Array.from({ length }, (_, at) => [`i${at}`, [`i${at + 1}`]] as const);
      return graphLock({ root: { ...Object.fromEntries(inputs), [`i${length}`]: "a" }, a: {} });
    };

    expect(labelOf(chain(50), "i0")).toBe("a");
    expect(labelOf(chain(51), "i0")).toBe("cycle");
    expect(labelOf(chain(5_000), "i0")).toBe("cycle");
  });
});
