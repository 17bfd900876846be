import { describe, expect, it } from "vitest";
import { type FixtureFiles, githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { daysAgo, judge, outcomes } from "../testing/judge.ts";
import { inputsUsed } from "./check.ts";

function outcomeOf(inputs: string, outputs: string, files: FixtureFiles = {}) {
  return outcomes(inputsUsed, { "flake.nix": `{ ${inputs} outputs = ${outputs}; }`, ...files })["."];
}

const ab = `inputs.a.url = "github:o/a"; inputs.b.url = "github:o/b";`;

describe("inputs-used", () => {
  it("names what the outputs never use, with its line", () => {
    const flake = `{
      inputs.a.url = "github:o/a";
      inputs.b.url = "github:o/b";
      outputs = { self, a, b }: { lib = a.lib; };
    }`;

    expect(judge(inputsUsed, { "flake.nix": flake })).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "the outputs do not use b",
        evidence: [{ path: "flake.nix", line: 3 }],
      },
    ]);
  });

  it("passes where every input is used, also in a file that is imported", () => {
    expect(outcomeOf(ab, "inputs: { lib = inputs.a.lib // inputs.b.lib; }")).toBe("pass");
    expect(
      outcomeOf(ab, "{ self, a, b }: { lib = import ./l.nix { inherit a b; }; }", { "l.nix": "{ a, b }: a" }),
    ).toBe("pass");
  });

  it("takes what is there for others to follow for used, however deep", () => {
    const follows = `${ab} inputs.b.inputs.x.follows = "a";`;
    const deep = `${ab} inputs.b.inputs.x.inputs.y.follows = "a";`;
    const outputs = "{ self, a, b }: { lib = b.lib; }";
    const nodes = {
      a: githubNode("o", "a", daysAgo(1)),
      b: githubNode("o", "b", daysAgo(1), { x: "x" }),
      x: githubNode("o", "x", daysAgo(1), { y: ["a"] }),
    };

    expect(outcomeOf(follows, outputs)).toBe("pass");
    expect(outcomeOf(`${ab} inputs.c.follows = "a/c";`, "{ self, a, b, c }: { lib = b.lib // c.lib; }")).toBe("pass");
    expect(outcomeOf(deep, outputs, { "flake.lock": lockText({ a: "a", b: "b" }, nodes) })).toBe("pass");
    expect(outcomeOf(deep, outputs)).toBe("unknown");
  });

  it("takes flake-compat for used: it serves those who do not use flakes", () => {
    const compat = `inputs.compat = { url = "github:edolstra/flake-compat"; flake = false; };`;

    expect(outcomeOf(compat, "inputs: { lib = { }; }")).toBe("pass");
  });

  it.each([
    ["all inputs are handed on", "{ self, a, ... }@inputs: { lib = a.f { inherit inputs; }; }", {}],
    ["the flake only lends its inputs", "_: { }", {}],
    [
      "another file reads the lock",
      "{ self, a, b }: { lib = a.lib; }",
      { "nix/sources.nix": "{ inherit (lock.nodes) b; }" },
    ],
    [
      "a module takes it from the flake itself",
      "{ self, a, b }: { m = ./m.nix; lib = a; }",
      { "m.nix": "{ me, ... }: me.inputs.b" },
    ],
    ["a file could not be read", "{ self, a, b }: { lib = a.lib; }", { "big.nix": { sizeBytes: 1e9 } }],
  ])("is unknown where %s", (_, outputs, files: FixtureFiles) => {
    expect(outcomeOf(ab, outputs, files)).toBe("unknown");
  });

  it("is unknown with flake-parts, whose modules take inputs by name", () => {
    const inputs = `${ab} inputs.flake-parts.url = "github:hercules-ci/flake-parts";`;
    const outputs =
      "inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } { perSystem = { }; flake.lib = inputs.a; }";

    expect(outcomeOf(inputs, outputs)).toBe("unknown");
  });

  it("is unknown where flake.nix cannot be read, and does not apply without inputs or flake", () => {
    expect(outcomes(inputsUsed, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomeOf("", "{ self }: { }")).toBe("not-applicable");
    expect(outcomes(inputsUsed, {})).toEqual({ ".": "not-applicable" });
  });
});
