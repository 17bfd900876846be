import { describe, expect, it } from "vitest";
import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import { type FixtureFiles, factsOf, githubNode, lockText } from "./testing/snapshot-fixture.ts";

const plain = "{ outputs = inputs: { }; }";
const day = 1_790_000_000;

function flakeOf(files: FixtureFiles): FlakeFacts {
  const [flake] = factsOf(files).flakes;
  if (flake === undefined) throw new Error("no flake");
  return flake;
}

function inputOf(files: FixtureFiles, name: string): InputFacts {
  const input = flakeOf(files).inputs.find((candidate) => candidate.name === name);
  if (input === undefined) throw new Error(`no input ${name}`);
  return input;
}

function withInputs(inputs: string): string {
  return `{ inputs = { ${inputs} }; outputs = inputs: { }; }`;
}

describe("roles", () => {
  it("go by the first telling folder on the way, in any case", () => {
    const files = Object.fromEntries(
      [
        "",
        "nix/",
        "templates/rust/",
        "Examples/a/",
        "integration-tests/",
        "nix/fixtures/",
        "examples/test/",
        "contest/",
        "lib/clanTest/",
        "TESTS/",
        "test-infra/",
        "checks/installation/",
        "docs/",
        "doc/src/patterns/",
      ].map((folder) => [`${folder}flake.nix`, plain]),
    );

    expect(factsOf(files).flakes.map(({ directory, role }) => [directory, role])).toEqual([
      [".", "main"],
      ["Examples/a", "example"],
      ["TESTS", "test"],
      ["checks/installation", "test"],
      ["contest", "main"],
      ["doc/src/patterns", "example"],
      ["docs", "main"],
      ["examples/test", "example"],
      ["integration-tests", "test"],
      ["lib/clanTest", "test"],
      ["nix", "main"],
      ["nix/fixtures", "test"],
      ["templates/rust", "template"],
      ["test-infra", "main"],
    ]);
  });

  it("are given to files called flake.nix only", () => {
    expect(factsOf({ "my-flake.nix": plain, "flake.nix.bak": plain, "flake.nix/default.nix": "" }).flakes).toEqual([]);
  });
});

describe("a collection of templates", () => {
  const collection = `{
    outputs = { self }: {
      templates = rec {
        rust = { path = ./rust; description = "Rust"; };
        go = { description = "Go"; path = ./langs/go; welcomeText = "hello"; };
        default = rust;
      };
      templates.whole = { path = ./.; description = "All of it"; };
      templates.c.path = ./c;
      packages.x = { path = ./app; };
      templates.up = { path = ../other; description = "Elsewhere"; };
    };
  }`;

  it("makes templates of the folders that it offers, and of nothing else", () => {
    const files = Object.fromEntries(
      ["rust", "langs/go", "langs/go/sub", "c", "app", "crust", "langs"].map((folder) => [
        `${folder}/flake.nix`,
        plain,
      ]),
    );
    const facts = factsOf({ ...files, "flake.nix": collection });

    expect(facts.flakes.filter(({ role }) => role === "main").map(({ directory }) => directory)).toEqual([
      ".",
      "app",
      "crust",
      "langs",
    ]);
  });

  it("is meant from the folder of the flake that offers them", () => {
    const facts = factsOf({
      "nix/flake.nix": collection,
      "nix/rust/flake.nix": plain,
      "rust/flake.nix": plain,
      "other/flake.nix": plain,
    });

    expect(facts.flakes.map(({ directory, role }) => [directory, role])).toEqual([
      ["nix", "main"],
      ["nix/rust", "template"],
      ["other", "template"],
      ["rust", "main"],
    ]);
  });
});

describe("a module in a file called flake.nix", () => {
  it("is no flake, except at the root, where Nix would take it for one", () => {
    const module = "{ lib, ... }: { options = { }; }";

    expect(factsOf({ "modules/flake.nix": module, "broken/flake.nix": "{ outputs = " }).flakes).toMatchObject([
      { directory: "broken", parse: { status: "error" } },
    ]);
    expect(factsOf({ "flake.nix": module }).flakes).toMatchObject([{ directory: ".", parse: { status: "error" } }]);
  });
});

describe("a flake.nix that cannot be read", () => {
  it.each([
    ["symlink", "it is a link, which is not followed"],
    ["submodule", "it is a link, which is not followed"],
    [{ sizeBytes: 1e9 }, "it is too large"],
    [{ isBinary: true }, "it is not text"],
  ] as const)("is a flake of which nothing is known: %j", (file, message) => {
    const flake = flakeOf({ "flake.nix": file });

    expect(flake).toMatchObject({ parse: { status: "unread", message }, description: null, inputs: [] });
  });

  it("lends its inputs from the lock, each with what was asked for", () => {
    const lock = lockText(
      { tool: "tool_2", nixpkgs: ["tool", "nixpkgs"] },
      { tool_2: githubNode("acme", "tool", day, { nixpkgs: "nixpkgs" }), nixpkgs: githubNode("NixOS", "nixpkgs", day) },
    );
    const files = { "flake.nix": "symlink", "flake.lock": lock } as const;

    expect(inputOf(files, "tool")).toMatchObject({
      declaredUrl: null,
      follows: null,
      ref: { owner: "acme", repo: "tool", type: "github" },
      node: { known: true, value: "tool_2" },
      evidence: { path: "flake.lock", line: lock.split("\n").findIndex((line) => line.includes(`"tool_2": {`)) + 1 },
    });
    expect(inputOf(files, "nixpkgs")).toMatchObject({ follows: "tool/nixpkgs", ref: null, isNixpkgs: true });
  });
});

describe("a flake.nix with an error", () => {
  it("shows the place, and what could be understood besides", () => {
    const flake = flakeOf({ "flake.nix": `{\n  inputs.a.url = "github:o/a";\n  surprise = 1;\n}` });

    expect(flake.parse).toMatchObject({ status: "error", line: expect.any(Number), column: expect.any(Number) });
    expect(flake.inputs.map((input) => input.name)).toEqual(["a"]);
  });
});

describe("locks", () => {
  const flake = withInputs(`nixpkgs.url = "github:NixOS/nixpkgs";`);
  const lock = lockText({ nixpkgs: "nixpkgs" }, { nixpkgs: githubNode("NixOS", "nixpkgs", day) });

  it("belong to the flake beside them", () => {
    const [root, sub] = factsOf({ "flake.nix": flake, "nix/flake.nix": flake, "nix/flake.lock": lock }).flakes;

    expect(root?.lock).toEqual({ status: "missing" });
    expect(root?.inputs[0]?.node).toEqual({ known: false, reason: "no-lock" });
    expect(sub?.lock.status).toBe("ok");
    expect(sub?.inputs[0]?.node).toEqual({ known: true, value: "nixpkgs" });
  });

  it.each([
    ["cut off", lock.slice(0, -30)],
    ["a conflict", `<<<<<<< HEAD\n${lock}`],
    ["not JSON, as a link that was committed as text", "../flake.lock"],
  ])("that Nix refuses leave their inputs unknown: %s", (_, text) => {
    const { lock: facts, inputs } = flakeOf({ "flake.nix": flake, "flake.lock": text });

    expect(facts.status).toBe("error");
    expect(inputs[0]).toMatchObject({
      node: { known: false, reason: "unreadable" },
      locked: null,
      isNixpkgs: true,
    });
  });

  it.each([["symlink"], [{ sizeBytes: 1e9 }], [{ isBinary: true }]] as const)(
    "that could not be read leave their inputs unknown: %j",
    (file) => {
      expect(flakeOf({ "flake.nix": flake, "flake.lock": file }).inputs[0]?.node).toEqual({
        known: false,
        reason: "unreadable",
      });
    },
  );

  it("list their nodes without the root, with the way in and the line of each", () => {
    const text = lockText(
      { b: "b", a: "a" },
      {
        a: githubNode("o", "a", day, { x: "x" }),
        b: githubNode("o", "b", day),
        x: githubNode("o", "x", day),
        gone: githubNode("o", "g", day),
      },
    );
    const { lock: facts } = flakeOf({ "flake.nix": plain, "flake.lock": text });
    const nodes = facts.status === "ok" ? facts.nodes : [];

    expect(nodes.map(({ label, introducedBy, isReachable }) => [label, introducedBy, isReachable])).toEqual([
      ["a", "a", true],
      ["b", "b", true],
      ["gone", null, false],
      ["x", "a/x", true],
    ]);
    for (const node of nodes) expect(text.split("\n")[(node.line ?? 0) - 1]).toContain(`"${node.label}": {`);
  });

  it("of one long chain cost no more than their length", () => {
    const count = 20_000;
    const nodes = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `n${index}`,
        { inputs: index + 1 < count ? { next: `n${index + 1}` } : {}, locked: { type: "x" }, original: {} },
      ]),
    );
    const flakeFacts = flakeOf({ "flake.nix": plain, "flake.lock": lockText({ first: "n0" }, nodes) });

    expect(JSON.stringify(flakeFacts).length).toBeLessThan(count * 1_000);
  });

  it.each([0, 1, 315_532_800, -86_400, 1.5, 253_402_300_800, 1e15])("have no date where it says %d", (lastModified) => {
    const text = lock.replace(String(day), String(lastModified));

    expect(inputOf({ "flake.nix": flake, "flake.lock": text }, "nixpkgs").locked?.lastModified).toEqual({
      known: false,
      reason: "no-last-modified",
    });
  });

  it("keep no number that JSON cannot write", () => {
    const text = lock.replace(String(day), "1e999");
    const input = inputOf({ "flake.nix": flake, "flake.lock": text }, "nixpkgs");

    expect(input.locked?.lastModified).toEqual({ known: false, reason: "no-last-modified" });
    expect(JSON.parse(JSON.stringify(input))).toEqual(input);
  });
});

describe("inputs", () => {
  it("find their node by the way from the root, not by its label", () => {
    const lock = lockText(
      { nixpkgs: "nixpkgs_2", tool: "tool" },
      {
        nixpkgs: githubNode("acme", "fork", day),
        nixpkgs_2: githubNode("NixOS", "nixpkgs", day),
        tool: githubNode("acme", "tool", day, { nixpkgs: "nixpkgs" }),
      },
    );
    const flake = withInputs(`nixpkgs.url = "github:NixOS/nixpkgs"; tool.url = "github:acme/tool";`);

    expect(inputOf({ "flake.nix": flake, "flake.lock": lock }, "nixpkgs")).toMatchObject({
      node: { known: true, value: "nixpkgs_2" },
      isNixpkgs: true,
      original: { owner: "NixOS", repo: "nixpkgs", type: "github" },
      locked: { lastModified: { known: true, value: day } },
    });
  });

  it("follow others, also through one that follows", () => {
    const lock = lockText(
      { nixpkgs: ["tool", "nixpkgs"], tool: "tool", rust: "rust" },
      {
        tool: githubNode("acme", "tool", day, { nixpkgs: ["rust", "nixpkgs"] }),
        rust: githubNode("oxalica", "rust-overlay", day, { nixpkgs: "nixpkgs" }),
        nixpkgs: githubNode("NixOS", "nixpkgs", day),
      },
    );
    const flake = withInputs(
      `nixpkgs.follows = "tool/nixpkgs"; tool.url = "github:acme/tool"; rust.url = "github:oxalica/rust-overlay";`,
    );

    expect(inputOf({ "flake.nix": flake, "flake.lock": lock }, "nixpkgs")).toMatchObject({
      follows: "tool/nixpkgs",
      ref: null,
      declaredUrl: null,
      node: { known: true, value: "nixpkgs" },
      isNixpkgs: true,
    });
  });

  it("that follow the flake itself are locked to nothing", () => {
    const files = {
      "flake.nix": withInputs(`self-again.follows = "";`),
      "flake.lock": lockText({ "self-again": [] }, {}),
    };

    expect(inputOf(files, "self-again")).toMatchObject({
      follows: "",
      node: { known: true, value: "root" },
      locked: null,
      isNixpkgs: false,
    });
  });

  it("that follow each other, or what is not there, have no node", () => {
    const files = {
      "flake.nix": withInputs(`a.follows = "b"; b.follows = "a"; c.follows = "none/x"; new.url = "github:o/new";`),
      "flake.lock": lockText({ a: ["b"], b: ["a"], c: ["none", "x"] }, {}),
    };

    for (const name of ["a", "b", "c", "new"]) {
      expect(inputOf(files, name).node).toEqual({ known: false, reason: "no-lock-node" });
    }
  });

  it("from FlakeHub have the range that is asked for and the release that is locked", () => {
    const url = "https://flakehub.com/f/NixOS/nixpkgs/%2A.tar.gz";
    const locked = {
      type: "tarball",
      url: `https://api.flakehub.com/f/pinned/NixOS/nixpkgs/0.2505.808723%2Brev-${"a".repeat(40)}/0197/source.tar.gz`,
      lastModified: day,
    };
    const lock = lockText({ nixpkgs: "nixpkgs" }, { nixpkgs: { locked, original: { type: "tarball", url } } });
    const asked = { versionRange: "*", resolvedVersion: "0.2505.808723", isNixpkgs: true };

    expect(
      inputOf({ "flake.nix": withInputs(`nixpkgs.url = "${url}";`), "flake.lock": lock }, "nixpkgs"),
    ).toMatchObject(asked);
    expect(inputOf({ "flake.nix": "symlink", "flake.lock": lock }, "nixpkgs")).toMatchObject(asked);
  });

  it("are implicit where only the formals of outputs name them", () => {
    const flake = `{\n  inputs.a.url = "github:o/a";\n  outputs = { self, a, nixpkgs, ... }: { };\n}`;

    expect(flakeOf({ "flake.nix": flake }).inputs.map(({ name, isImplicit }) => [name, isImplicit])).toEqual([
      ["a", false],
      ["nixpkgs", true],
    ]);
    expect(inputOf({ "flake.nix": flake }, "nixpkgs")).toMatchObject({
      declaredUrl: null,
      ref: { type: "indirect", id: "nixpkgs" },
      evidence: { path: "flake.nix", line: 3 },
    });
  });

  it("may be called like what every JavaScript object has", () => {
    const files = {
      "flake.nix": withInputs(`__proto__.url = "github:o/p"; constructor.url = "github:o/c"; toString.flake = false;`),
      "flake.lock": `{"nodes":{"__proto__":{"locked":{"type":"github","lastModified":${day},"__proto__":"x"},"original":{}},"root":{"inputs":{"__proto__":"__proto__"}}},"root":"root","version":7}`,
    };

    expect(flakeOf(files).inputs.map((input) => input.name)).toEqual(["__proto__", "constructor", "toString"]);
    expect(inputOf(files, "__proto__").node).toEqual({ known: true, value: "__proto__" });
    expect(inputOf(files, "constructor").node).toEqual({ known: false, reason: "no-lock-node" });
    expect(Object.getPrototypeOf(inputOf(files, "__proto__").locked?.attributes)).toBe(Object.prototype);
  });
});

describe("an unlocked Nixpkgs", () => {
  it.each(["github:NixOS/nixpkgs/nixos-unstable", "nixpkgs", "https://flakehub.com/f/NixOS/nixpkgs/0.1"])(
    "is still one when there is no lock: %s",
    (url) => {
      const input = inputOf({ "flake.nix": withInputs(`n.url = "${url}";`) }, "n");

      expect(input).toMatchObject({ isNixpkgs: true, node: { known: false, reason: "no-lock" } });
    },
  );
});
