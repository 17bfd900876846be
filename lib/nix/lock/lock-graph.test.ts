import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countLockNodes } from "./count-lock-nodes.ts";
import { introducedBy, introductions } from "./introduced-by.ts";
import { isNixpkgsNode } from "./is-nixpkgs-node.ts";
import type { LockFile } from "./lock-file.ts";
import { graphLock } from "./lock-graph.fixture.ts";
import { nixpkgsNodes } from "./nixpkgs-nodes.ts";
import { nodesByOnlyInput } from "./nodes-by-only-input.ts";
import { parseLock } from "./parse-lock.ts";
import { reachableLabels } from "./reachable-labels.ts";
import { resolveInput } from "./resolve-input.ts";

const upstream = { locked: { type: "github", owner: "NixOS", repo: "nixpkgs" } };

describe("countLockNodes", () => {
  it("counts every entry but the root, those reached, and those that are Nixpkgs", () => {
    const graph = {
      root: { a: "a", nixpkgs: "nixpkgs_2", again: ["a", "nixpkgs"] },
      a: { nixpkgs: "nixpkgs", b: "a_b" },
      a_b: {},
      nixpkgs: {},
      nixpkgs_2: {},
      nixpkgs_3: {},
      old: { nixpkgs: "nixpkgs_3" },
    };
    const lock = graphLock(graph, { nixpkgs: upstream, nixpkgs_2: upstream, nixpkgs_3: upstream });

    expect(countLockNodes(lock)).toEqual({ nodes: 6, reachable: 4, nixpkgsNodes: 2 });
    expect(nixpkgsNodes(lock).map((node) => node.label)).toEqual(["nixpkgs_2", "nixpkgs"]);
  });

  it("counts nothing in a lock without inputs", () => {
    expect(countLockNodes(graphLock({ root: {} }))).toEqual({ nodes: 0, reachable: 0, nixpkgsNodes: 0 });
  });
});

describe("isNixpkgsNode", () => {
  const tarball = (url: string) => ({ type: "tarball", url });
  const indirect = { type: "indirect", id: "nixpkgs" };
  const is = (locked: Readonly<Record<string, string>>, original: Readonly<Record<string, string>> = locked) =>
    isNixpkgsNode({ label: "x", inputs: new Map(), locked, original, isFlake: true, parent: null });

  it.each([
    { type: "github", owner: "NixOS", repo: "nixpkgs" },
    { type: "github", owner: "me", repo: "Nixpkgs" },
    { type: "github", owner: "NixOS", repo: "nixpkgs", dir: "lib" },
    { type: "gitlab", owner: "me", repo: "nixpkgs" },
    { type: "github", owner: "cachix", repo: "devenv-nixpkgs" },
    { type: "git", url: "https://github.com/NixOS/nixpkgs" },
    { type: "git", url: "ssh://git@git.example.com/mirror/nixpkgs.git?x=1" },
    tarball("https://channels.nixos.org/nixos-unstable/nixexprs.tar.xz"),
    tarball("https://nixos.org/channels/nixpkgs-unstable/nixexprs.tar.xz"),
    tarball("https://releases.nixos.org/nixos/unstable/nixos-26.11pre1.abc/nixexprs.tar.xz"),
    tarball("https://releases.nixos.org/nixpkgs/nixpkgs-26.11pre1.abc/nixexprs.tar.xz?rev=x"),
    tarball("https://github.com/NixOS/nixpkgs/archive/abc.tar.gz"),
    tarball("https://api.github.com/repos/me/nixpkgs/tarball/abc"),
    tarball("https://codeload.github.com/me/nixpkgs/tar.gz/abc"),
    tarball("https://api.flakehub.com/f/pinned/NixOS/nixpkgs/0.1.1%2Brev-abc/uuid/source.tar.gz"),
    tarball("https://api.flakehub.com/f/pinned/DeterminateSystems/nixpkgs-weekly/0.1.1/uuid/source.tar.gz"),
  ])("knows %j for Nixpkgs", (locked) => {
    expect(is(locked)).toBe(true);
  });

  it.each([
    { type: "github", owner: "nix-community", repo: "nixpkgs.lib" },
    { type: "github", owner: "nix-community", repo: "nixpkgs-fmt" },
    { type: "github", owner: "me", repo: "devenv-nixpkgs" },
    { type: "git", url: "https://github.com/nix-community/nixpkgs.lib" },
    { type: "git", url: "https://github.com/me/my-nixpkgs" },
    tarball("https://channels.nixos.org/flake-registry.json"),
    tarball("https://releases.nixos.org/nix/nix-2.34/nix-2.34.tar.xz"),
    tarball("https://api.flakehub.com/f/pinned/x/nixpkgs-fmt/0.1.1/uuid/source.tar.gz"),
    tarball("https://github.com/me/nixpkgs.lib/archive/abc.tar.gz"),
    tarball("https://evil.example/github.com/NixOS/nixpkgs/archive/abc.tar.gz"),
    { type: "path", path: "/home/me/nixpkgs" },
    { type: "constructor", repo: "nixpkgs" },
    {},
  ])("does not take %j for Nixpkgs", (locked) => {
    expect(is(locked)).toBe(false);
  });

  it("knows a path for Nixpkgs only when the registry's nixpkgs was locked to it", () => {
    const path = { type: "path", path: "/nix/store/x-source" };

    expect(is(path, indirect)).toBe(true);
    expect(is(path, { ...indirect, id: "other" })).toBe(false);
  });
});

describe("introducedBy", () => {
  it("gives the shortest way along real inputs, of equals the first by name", () => {
    const lock = graphLock({
      root: { z: "z", b: "b", a: "a", short: ["b", "deep", "n"] },
      a: { deep: "deep" },
      b: { deep: "deep" },
      z: {},
      deep: { n: "n" },
      n: { a: "a" },
      lost: {},
    });
    const tree = introductions(lock);

    expect(introducedBy(tree, "n")).toEqual(["a", "deep", "n"]);
    expect(introducedBy(tree, "z")).toEqual(["z"]);
    expect(introducedBy(tree, "root")).toBeNull();
    expect(introducedBy(tree, "lost")).toBeNull();
  });
});

describe("nodesByOnlyInput", () => {
  it("gives each direct input what it alone brings in", () => {
    const lock = graphLock({
      root: { a: "a", b: "b", nixpkgs: "nixpkgs", lib: ["a", "lib"] },
      a: { lib: "lib", shared: "shared", nixpkgs: ["nixpkgs"] },
      b: { shared: "shared" },
      lib: { deep: "deep" },
      deep: { back: "lib" },
      shared: { under: "under" },
      under: {},
      nixpkgs: {},
      lost: {},
    });
    const nodes = nodesByOnlyInput(lock);

    expect([...nodes.keys()]).toEqual(["a", "b", "nixpkgs", "lib"]);
    expect([...(nodes.get("a") ?? [])].sort()).toEqual(["a", "deep", "lib"]);
    expect(nodes.get("b")).toEqual(["b"]);
    expect(nodes.get("nixpkgs")).toEqual(["nixpkgs"]);
    expect(nodes.get("lib")).toEqual([]);
  });

  it("agrees with taking the input away", () => {
    fc.assert(
      fc.property(randomLock, (lock) => {
        for (const [name, labels] of nodesByOnlyInput(lock)) {
          const before = reachableLabels(lock);
          const after = reachableLabels(withoutInput(lock, name));
          expect([...labels].sort()).toEqual([...before].filter((label) => !after.has(label)).sort());
        }
      }),
    );
  });
});

describe("reachableLabels", () => {
  it("has every node that a follows leads to", () => {
    fc.assert(
      fc.property(randomLock, (lock) => {
        const reachable = reachableLabels(lock);
        for (const label of [lock.root, ...reachable]) {
          for (const edge of lock.nodes.get(label)?.inputs.values() ?? []) {
            const target = edge.kind === "follows" ? resolveInput(lock, edge.path) : null;
            if (target?.status !== "node" || target.node.label === lock.root) continue;
            expect(reachable).toContain(target.node.label);
          }
        }
      }),
    );
  });
});

describe("a lock of 5 MB", () => {
  it("is read and measured without growing faster than its size", () => {
    const source = { type: "github", owner: "o", repo: "r", narHash: "sha256-".padEnd(51, "x"), rev: "a".repeat(40) };
    const nodes: Record<string, unknown> = { root: { inputs: {} } };
    const direct: Record<string, string | string[]> = {};
    for (let at = 0; at < 16_000; at++) {
      direct[`i${at}`] = at % 2 === 0 ? `n${at}` : [`i${at + 1}`];
      const inputs = { a: `n${(at * 7 + 1) % 16_000}`, b: [`i${at}`, "a"] };
      nodes[`n${at}`] = { inputs, locked: { ...source, lastModified: at }, original: source };
    }
    const text = JSON.stringify({ version: 7, root: "root", nodes: { ...nodes, root: { inputs: direct } } });

    const result = parseLock(text);
    if (result.status === "error") throw new Error(result.message);
    const tree = introductions(result.lock);

    expect(text.length).toBeGreaterThan(5_000_000);
    expect(countLockNodes(result.lock).nodes).toBe(16_000);
    expect(introducedBy(tree, "n1")).not.toBeNull();
    expect(nodesByOnlyInput(result.lock).size).toBe(16_000);
    expect(Object.keys(direct).every((name) => resolveInput(result.lock, [name]).status !== "cycle")).toBe(true);
  });
});

const names = fc.constantFrom("a", "b", "c", "d", "e");
const edge = fc.oneof(names, fc.array(names, { maxLength: 3 }));
const randomLock = fc
  .record({
    root: fc.dictionary(names, edge),
    nodes: fc.tuple(...[1, 2, 3, 4, 5].map(() => fc.dictionary(names, edge))),
  })
  .map(({ root, nodes }) =>
    graphLock({ root, ...Object.fromEntries(nodes.map((inputs, at) => ["abcde"[at], inputs])) }),
  );

function withoutInput(lock: LockFile, name: string): LockFile {
  const root = lock.nodes.get(lock.root);
  const inputs = new Map([...(root?.inputs ?? [])].filter(([input]) => input !== name));
  const nodes = new Map(lock.nodes);
  if (root !== undefined) nodes.set(lock.root, { ...root, inputs });
  return { ...lock, nodes };
}
