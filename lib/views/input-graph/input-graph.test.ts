import { describe, expect, it } from "vitest";
import type { FlakeFacts, InputFacts, LockEdgeFacts, LockNodeFacts } from "#lib/model/flake.ts";
import { known } from "#lib/model/observed.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { flakeOf, inputOf, lockNodeOf } from "#lib/store/testing/fixtures.ts";
import { boxHeight, boxWidth } from "../graph-picture.ts";
import { inputGraphOf } from "../input-graph.ts";
import { foldTree } from "./fold-tree.ts";
import { graphRows } from "./graph-rows.ts";
import { inputTree } from "./input-tree.ts";
import { lockOfFacts, rootLabel } from "./lock-of-facts.ts";

const asOf = "2026-11-26T00:00:00.000Z";
const place = { slug: "acme", repository: "tool", policy: defaultPolicy, asOf };

function to(name: string, label = name): LockEdgeFacts {
  return { name, label, follows: null };
}

function following(name: string, follows: string): LockEdgeFacts {
  return { name, label: null, follows };
}

function node(label: string, edges: readonly LockEdgeFacts[], changes: Partial<LockNodeFacts> = {}): LockNodeFacts {
  return lockNodeOf(label, { edges, isNixpkgs: label.startsWith("nixpkgs"), onlyInput: null, ...changes });
}

function flake(inputs: readonly InputFacts[], nodes: readonly LockNodeFacts[]): FlakeFacts {
  return flakeOf(".", { inputs, lock: { status: "ok", version: 7, nodes, drift: null } });
}

function direct(name: string): InputFacts {
  return inputOf(name, { node: known(name) });
}

/** `tool` brings `deep` and a Nixpkgs of its own; `deep` follows the root's; `same` follows what `tool` brought. */
const small = flake(
  [
    direct("nixpkgs"),
    direct("tool"),
    inputOf("same", { follows: "tool/nixpkgs", ref: null, node: known("nixpkgs_2") }),
  ],
  [
    node("nixpkgs", []),
    node("tool", [to("nixpkgs", "nixpkgs_2"), to("deep"), to("other", "deep")], { introducedBy: "tool" }),
    node("nixpkgs_2", [], { introducedBy: "tool/nixpkgs", onlyInput: "tool" }),
    node("deep", [following("nixpkgs", "nixpkgs"), following("gone", "nowhere")], { introducedBy: "tool/deep" }),
    node("stray", [], { isReachable: false, introducedBy: null }),
  ],
);

/** A root with `count` inputs, each bringing `each` nodes. */
function wide(count: number, each: number): FlakeFacts {
  const names = Array.from({ length: count }, (_, index) => `input-${String(index).padStart(3, "0")}`);
  const below = (name: string) => Array.from({ length: each }, (_, index) => `${name}-${index}`);
  return flake(
    names.map(direct),
    names.flatMap((name) => [
      node(
        name,
        below(name).map((one) => to(one)),
        { introducedBy: name },
      ),
      ...below(name).map((one) => node(one, [following("back", "")], { introducedBy: `${name}/${one}` })),
    ]),
  );
}

describe("inputTree", () => {
  it("stands each node where the shortest way brings it in, and lets every other edge cross", () => {
    const { nodes, crossing } = inputTree(lockOfFacts(small));

    expect(nodes.get(rootLabel)?.children).toEqual(["nixpkgs", "tool"]);
    expect(nodes.get("tool")?.children).toEqual(["deep", "nixpkgs_2"]);
    expect(nodes.has("stray")).toBe(false);
    expect(crossing).toEqual([
      { from: rootLabel, to: "nixpkgs_2", name: "same", isFollows: true },
      { from: "tool", to: "deep", name: "other", isFollows: false },
      { from: "deep", to: "nixpkgs", name: "nixpkgs", isFollows: true },
    ]);
  });
});

describe("graphRows", () => {
  it("marks several Nixpkgs and what is old, and says what an input borrows from where", () => {
    const rows = graphRows(small, inputTree(lockOfFacts(small)), { policy: defaultPolicy, asOf });

    expect(rows.map(({ path, isRepeated, isDirect }) => [path, isRepeated, isDirect])).toEqual([
      ["nixpkgs", true, true],
      ["tool", false, true],
      ["tool/deep", false, false],
      ["tool/nixpkgs", true, false],
    ]);
    expect(rows.find(({ path }) => path === "tool/deep")?.borrows).toEqual(["nixpkgs follows nixpkgs"]);
    expect(rows.every(({ isBeyondLimit }) => isBeyondLimit)).toBe(true);
  });
});

describe("foldTree", () => {
  const tree = inputTree(lockOfFacts(wide(10, 9)));

  it("opens the smallest first and never shows more than it may, but for what is asked", () => {
    expect(foldTree(tree, rootLabel, { open: new Set(), nodesMax: 40 }).visible.size).toBe(38);
    const asked = foldTree(tree, rootLabel, { open: new Set(["input-003"]), nodesMax: 11 });
    expect(asked.visible.size).toBe(20);
    expect(asked.hiddenCounts.get("input-004")).toBe(9);
    expect(asked.hiddenCounts.has("input-003")).toBe(false);
    expect(asked.standIn.get("input-004-2")).toBe("input-004");
  });
});

describe("inputGraphOf", () => {
  it("draws 3 to 400 nodes so that no box covers another and none leaves the picture", () => {
    for (const facts of [small, wide(2, 0), wide(20, 19)]) {
      const picture = inputGraphOf([facts], place)?.picture;
      if (picture === undefined) throw new Error("There is no picture.");
      const corners = picture.nodes.map(({ x, y }) => `${x} ${y}`);

      expect(new Set(corners).size).toBe(picture.nodes.length);
      expect(Math.max(...picture.nodes.map(({ x }) => x)) + boxWidth).toBeLessThan(picture.width);
      expect(Math.max(...picture.nodes.map(({ y }) => y)) + boxHeight).toBeLessThan(picture.height);
      expect(picture.nodes.length).toBeLessThanOrEqual(60);
    }
  });

  it("folds a large lock, finds what it folded, and leads the lines of what is hidden to what hides it", () => {
    const graph = inputGraphOf([wide(20, 19)], place);
    const folded = graph?.picture.nodes.find(({ title }) => title === "input-019");

    expect(graph?.hidden).toBe(401 - (graph?.picture.nodes.length ?? 0));
    expect(folded?.folded).toEqual({
      count: 19,
      href: "/orgs/acme/repositories/tool/graph?open=input-019",
    });
    expect(graph?.picture.hidden.filter(({ id }) => id === folded?.id)).toHaveLength(19);
    const root = graph?.picture.nodes[0]?.id;
    expect(graph?.picture.edges).toContainEqual(
      expect.objectContaining({ from: folded?.id, to: root, kind: "dashed" }),
    );
  });

  it("is walked by arrow keys: right and back, down and back up", () => {
    const nodes = new Map(inputGraphOf([small], place)?.picture.nodes.map((one) => [one.id, one]));
    for (const one of nodes.values()) {
      if (one.keys.right !== null) expect(nodes.get(one.keys.right)?.keys.left).toBe(one.id);
      if (one.keys.down !== null) expect(nodes.get(one.keys.down)?.keys.up).toBe(one.id);
    }
    expect([...nodes.values()].filter(({ keys }) => keys.left === null)).toHaveLength(1);
  });

  it("has no picture without a lock, and survives a chain of thousands", () => {
    expect(inputGraphOf([flakeOf(".", { lock: { status: "missing" } })], place)).toBeNull();
    const names = Array.from({ length: 5_000 }, (_, index) => `n${index}`);
    const chain = names.map((name, index) => node(name, index + 1 < names.length ? [to(`n${index + 1}`)] : []));
    expect(inputGraphOf([flake([direct("n0")], chain)], place)?.picture.nodes).toHaveLength(2);
  });
});
