import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastModifiedSeconds, stringAttr } from "./lock-attrs.ts";
import type { LockFile } from "./lock-file.ts";
import { lockNodeLines } from "./lock-node-lines.ts";
import { parseLock } from "./parse-lock.ts";
import { resolveInput } from "./resolve-input.ts";

const github = { type: "github", owner: "o", repo: "r" };
const node = { locked: { ...github, rev: "abc", lastModified: 12, narHash: "sha256-x" }, original: github };

function read(json: unknown): LockFile {
  const result = parseLock(JSON.stringify(json));
  if (result.status === "error") throw new Error(result.message);
  return result.lock;
}

function messageOf(text: string): string {
  const result = parseLock(text);
  return result.status === "error" ? result.message : "";
}

describe("parseLock", () => {
  it("reads nodes, edges and follows of version 7", () => {
    const lock = read({
      version: 7,
      root: "root",
      nodes: { root: { inputs: { a: "a_2", b: ["a", "c"], self: [] } }, a_2: { ...node, inputs: { c: "c" } }, c: node },
    });

    expect(lock.version).toBe(7);
    expect([...(lock.nodes.get("root")?.inputs ?? [])]).toEqual([
      ["a", { kind: "node", label: "a_2" }],
      ["b", { kind: "follows", path: ["a", "c"] }],
      ["self", { kind: "follows", path: [] }],
    ]);
    expect(lock.nodes.get("a_2")).toEqual({
      label: "a_2",
      ...node,
      inputs: expect.any(Map),
      isFlake: true,
      parent: null,
    });
  });

  it("merges info into locked for version 5, and lets it win", () => {
    const { lastModified, narHash, ...locked } = node.locked;
    const info = { lastModified, narHash, rev: "def" };
    const lock = read({ version: 5, root: "r", nodes: { r: { inputs: { a: "a" } }, a: { ...node, locked, info } } });

    expect(lock.nodes.get("a")?.locked).toEqual({ ...node.locked, rev: "def" });
  });

  it("reads version 6, flake = false, and the parent of a relative path", () => {
    const path = { type: "path", path: "./sub" };
    const nodes = { root: { inputs: { a: "a" } }, a: { locked: path, original: path, flake: false, parent: ["b"] } };
    const lock = read({ version: 6, root: "root", nodes });

    expect(lock.nodes.get("a")).toMatchObject({ locked: path, isFlake: false, parent: ["b"] });
  });

  it("keeps types and attributes that nobody knows, and tarballs without rev", () => {
    const odd = { type: "ipfs", cid: "x", pinned: true };
    const hg = { type: "hg", url: "https://h/r", rev: "abc", revCount: 3 };
    const tarball = { type: "tarball", url: "https://x/y.tar.gz", narHash: "sha256-x" };
    const inputs = { odd: "odd", hg: "hg", tarball: "tarball" };
    const nodes = {
      root: { inputs },
      odd: { locked: odd, original: odd, extra: 1 },
      hg: { locked: hg, original: hg },
      tarball: { locked: tarball, original: tarball },
    };
    const lock = read({ version: 7, root: "root", nodes, extra: {} });

    expect(lock.nodes.get("odd")?.locked).toEqual(odd);
    expect(lock.nodes.get("hg")?.locked).toEqual(hg);
    expect(stringAttr(lock.nodes.get("tarball")?.locked ?? null, "rev")).toBeNull();
    expect(lastModifiedSeconds(lock.nodes.get("tarball")?.locked ?? null)).toBeNull();
  });

  it("takes an absent root node for a lock without inputs, as Nix does", () => {
    expect(read({ version: 7, root: "x", nodes: {} }).nodes.get("x")?.inputs.size).toBe(0);
    expect(read({ version: 7, root: "x" }).nodes.size).toBe(1);
  });

  it("lets the last of repeated keys count", () => {
    const text = `{"version":4,"version":7,"root":"x","root":"root",
      "nodes":{"root":{"inputs":{"a":"gone","a":["b"]}},"root":{"inputs":{"a":["c"],"a":["d"]}}}}`;
    const result = parseLock(text);

    expect(result.status === "ok" && result.lock.nodes.get("root")?.inputs.get("a")).toEqual({
      kind: "follows",
      path: ["d"],
    });
  });

  it("is not harmed by the names that JavaScript objects inherit", () => {
    const text = `{"version":7,"root":"root","__proto__":{"nodes":{}},"nodes":{
      "__proto__":{"locked":{"type":"x","__proto__":1},"original":{"type":"x"}},
      "constructor":{"locked":{"type":"x"},"original":{"type":"x"}},
      "root":{"inputs":{"__proto__":"__proto__","constructor":"constructor","toString":["__proto__"]}}}}`;
    const result = parseLock(text);
    if (result.status === "error") throw new Error(result.message);

    expect([...result.lock.nodes.keys()].sort()).toEqual(["__proto__", "constructor", "root"]);
    expect(resolveInput(result.lock, ["toString"])).toMatchObject({ status: "node", node: { label: "__proto__" } });
    expect(resolveInput(result.lock, ["valueOf"])).toMatchObject({ status: "missing" });
    expect(stringAttr(result.lock.nodes.get("constructor")?.locked ?? null, "constructor")).toBeNull();
    expect(Object.getPrototypeOf(result.lock.nodes.get("__proto__")?.locked)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
  });

  it("skips a byte order mark and accepts CRLF", () => {
    expect(parseLock('\uFEFF{"version":7,\r\n"root":"root",\r\n"nodes":{}}').status).toBe("ok");
  });

  it.each([
    ["", "empty"],
    [" \n", "empty"],
    ['{"version":7,"root":"root","nodes":{"root":{"inp', "not valid JSON (is it cut off?)"],
    ["../flake.lock", "not valid JSON"],
    ['{\n<<<<<<< HEAD\n"version":7\n=======\n}', "conflict markers"],
    ["[]", "not a JSON object"],
    ["7", "not a JSON object"],
    ["null", "not a JSON object"],
    ["{}", "unsupported version 0"],
    ['{"version":4}', "unsupported version 4"],
    ['{"version":8}', "unsupported version 8"],
    ['{"version":"7"}', "version of the lock file is not a number"],
    ['{"version":7}', "does not name its root"],
    ['{"version":7,"root":"root","nodes":[]}', "nodes of the lock file are not an object"],
  ])("refuses %j", (text, reason) => {
    expect(messageOf(text)).toContain(reason);
  });

  it.each([
    [{ root: { inputs: { a: "a" } } }, "references missing node 'a'"],
    [{ root: { inputs: { a: "root" } } }, "edge back to its root"],
    [{ root: { inputs: { a: "a" } }, a: { original: github } }, "nodes.a lacks the attribute 'locked'"],
    [{ root: { inputs: { a: "a" } }, a: { locked: github } }, "nodes.a lacks the attribute 'original'"],
    [{ root: { inputs: { a: "a" } }, a: { ...node, locked: { x: null } } }, "attribute 'x' that is no string"],
    [{ root: { inputs: { a: "a" } }, a: { ...node, locked: "x" } }, "nodes.a.locked is not an object"],
    [{ root: { inputs: { a: "a" } }, a: { ...node, flake: "no" } }, "nodes.a.flake is not a Boolean"],
    [{ root: { inputs: { a: "a" } }, a: { ...node, parent: "b" } }, "nodes.a.parent is not a list"],
    [{ root: { inputs: { a: "a" } }, a: { ...node, flake: null } }, "nodes.a.flake is not a Boolean"],
    [{ root: { inputs: { a: "a" } }, a: { ...node, parent: null } }, "nodes.a.parent is not a list"],
    [{ root: { inputs: { a: "a" } }, a: 7 }, "nodes.a is not an object"],
    [{ root: { inputs: { a: 7 } } }, "nodes.root.inputs.a is not a list"],
    [{ root: { inputs: { a: ["b", 7] } } }, "nodes.root.inputs.a is not a list"],
    [{ root: { inputs: [] } }, "nodes.root.inputs is not an object"],
  ])("refuses the nodes %j", (nodes, reason) => {
    expect(messageOf(JSON.stringify({ version: 7, root: "root", nodes }))).toContain(reason);
  });

  it("does not judge nodes that the root does not reach, and keeps them", () => {
    const lock = read({ version: 7, root: "root", nodes: { root: {}, a: 7, b: { ...node, inputs: { c: "gone" } } } });

    expect(lock.nodes.get("a")).toMatchObject({ locked: null, inputs: new Map() });
    expect(lock.nodes.get("b")?.locked).toEqual(node.locked);
  });

  it("survives 10,000 levels of nesting, in JSON and in inputs", () => {
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    expect(parseLock(`{"version":7,"root":"root","nodes":{"root":{}},"x":${deep}}`).status).toBe("ok");
    expect(parseLock(`{"version":7,"root":"root","nodes":{"root":{"inputs":{"a":${deep}}}}}`).status).toBe("error");

    const chain = Array.from({ length: 10_000 }, (_, at) => [`n${at}`, { ...node, inputs: { next: `n${at + 1}` } }]);
    const nodes = { root: { inputs: { next: "n0" } }, ...Object.fromEntries(chain), n10000: node };
    const path = Array.from({ length: 10_001 }, () => "next");
    expect(resolveInput(read({ version: 7, root: "root", nodes }), path)).toMatchObject({ node: { label: "n10000" } });
  });

  it("answers any text", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.json({ maxDepth: 3 }));

    fc.assert(fc.property(text, (input) => ["ok", "error"].includes(parseLock(input).status)));
  });
});

describe("lockNodeLines", () => {
  it("finds the line of each label, and of nothing else", () => {
    const text = `{
  "extra": { "nodes": { "a": 1 } },
  "nodes": {
    "a": { "inputs": { "b": "b" },
      "locked": { "url": "x\\"{[" }, "list": [{ "c": 1 }] },
    "b\\u0041"
      : {},
    "root": {}
  },
  "root": "root",
  "version": 7
}`;

    expect([...lockNodeLines(text)]).toEqual([
      ["a", 4],
      ["bA", 6],
      ["root", 8],
    ]);
  });

  it("takes the last of repeated nodes, and text that is no lock without complaint", () => {
    expect([...lockNodeLines('{"nodes":{"a":1},\n"nodes":{"b":1,\n"b":2}}')]).toEqual([["b", 3]]);
    expect(lockNodeLines('{"nodes":{"a').size).toBe(0);
    expect([...lockNodeLines('{"nodes":{"\\q":1}}').keys()]).toEqual(["\\q"]);
  });
});
