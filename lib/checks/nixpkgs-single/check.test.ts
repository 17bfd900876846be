import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { fixOf, inputsOf, nixProblems } from "../testing/parse-fix.ts";
import { nixpkgsSingle } from "./check.ts";

const flake = `{ inputs.tool.url = "github:acme/tool"; outputs = { self, nixpkgs, tool }: { }; }`;
const nixpkgs = githubNode("NixOS", "nixpkgs", daysAgo(1));

describe("nixpkgs-single", () => {
  it("passes where the others follow", () => {
    const tool = githubNode("acme", "tool", daysAgo(1), { nixpkgs: ["nixpkgs"] });
    const lock = lockText({ nixpkgs: "nixpkgs", tool: "tool" }, { nixpkgs, tool });

    expect(outcomes(nixpkgsSingle, { "flake.nix": flake, "flake.lock": lock })).toEqual({ ".": "pass" });
  });

  it("fails for several, and says by which inputs they come in and where they stand", () => {
    const tool = githubNode("acme", "tool", daysAgo(1), { nixpkgs: "nixpkgs" });
    const lock = lockText({ nixpkgs: "nixpkgs_2", tool: "tool" }, { nixpkgs, nixpkgs_2: nixpkgs, tool });
    const [result] = judge(nixpkgsSingle, { "flake.nix": flake, "flake.lock": lock });

    expect(result).toMatchObject({ outcome: "fail", summary: "the lock holds 2 Nixpkgs: tool/nixpkgs, nixpkgs" });
    expect(result?.evidence.map(({ line }) => lock.split("\n")[(line ?? 0) - 1]?.trim())).toEqual([
      `"nixpkgs": {`,
      `"nixpkgs_2": {`,
    ]);
  });

  it("does not count what nothing reaches any more, nor nixpkgs.lib", () => {
    const lib = githubNode("nix-community", "nixpkgs.lib", daysAgo(1));
    const lock = lockText({ nixpkgs: "nixpkgs", lib: "lib" }, { nixpkgs, nixpkgs_2: nixpkgs, lib });

    expect(outcomes(nixpkgsSingle, { "flake.nix": flake, "flake.lock": lock })).toEqual({ ".": "pass" });
  });

  it("does not apply without Nixpkgs, lock or flake", () => {
    const lock = lockText({}, {});

    expect(outcomes(nixpkgsSingle, { "flake.nix": flake, "flake.lock": lock })).toEqual({ ".": "not-applicable" });
    expect(outcomes(nixpkgsSingle, { "flake.nix": flake })).toEqual({ ".": "not-applicable" });
    expect(outcomes(nixpkgsSingle, {})).toEqual({ ".": "not-applicable" });
  });

  it("is unknown for a lock that cannot be read, or that may be among the paths that are missing", () => {
    expect(outcomes(nixpkgsSingle, { "flake.nix": flake, "flake.lock": "{" })).toEqual({ ".": "unknown" });
    expect(outcomes(nixpkgsSingle, { "flake.nix": flake, "flake.lock": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(nixpkgsSingle, { "flake.nix": flake }, false)).toEqual({ ".": "unknown" });
  });

  const linesOf = (inputs: string, lock: string) => {
    const text = `{ ${inputs} outputs = i: { }; }`;
    return fixOf(nixpkgsSingle, contextOf({ "flake.nix": text, "flake.lock": lock }), ".")?.text.split("\n");
  };
  const toolAndNixpkgs = `inputs.tool.url = "github:acme/tool"; inputs.nixpkgs.url = "github:NixOS/nixpkgs";`;

  it("lets what another input brings follow, however deep it comes in, in Nix that sets just that", () => {
    const tool = githubNode("acme", "tool", daysAgo(1), { nixpkgs: "n2", crane: "crane", parts: "parts" });
    const nodes = {
      n1: nixpkgs,
      n2: nixpkgs,
      n3: nixpkgs,
      n4: nixpkgs,
      tool,
      crane: githubNode("ipetkov", "crane", daysAgo(1), { nixpkgs: "n3" }),
      parts: githubNode("hercules-ci", "flake-parts", daysAgo(1), { "nixpkgs-lib": "n4" }),
    };
    const lines = linesOf(toolAndNixpkgs, lockText({ nixpkgs: "n1", tool: "tool" }, nodes));

    expect(lines).toEqual([
      `inputs.tool.inputs.nixpkgs.follows = "nixpkgs";`,
      `inputs.tool.inputs.crane.inputs.nixpkgs.follows = "nixpkgs";`,
      `inputs.tool.inputs.parts.inputs.nixpkgs-lib.follows = "nixpkgs";`,
    ]);
    const { status, inputs } = inputsOf(`${toolAndNixpkgs} ${lines?.join(" ")}`);
    expect(status).toBe("ok");
    expect(inputs.tool?.overrides.find(({ name }) => name === "nixpkgs")?.declared.follows).toBe("nixpkgs");
  });

  it("takes the direct Nixpkgs of the same name, and leaves pinned ones and those of another name alone", () => {
    const tool = githubNode("acme", "tool", daysAgo(1), {
      nixpkgs: "p",
      "nixpkgs-stable": "s",
      "nixpkgs-regression": "r",
    });
    const pinned = { ...nixpkgs, original: { ...nixpkgs.original, rev: "a".repeat(40) } };
    const nodes = { n: nixpkgs, p: pinned, s: nixpkgs, r: nixpkgs, own: nixpkgs, tool };
    const stable = `inputs.nixpkgs-stable.url = "github:NixOS/nixpkgs/nixos-26.05";`;
    const lock = lockText({ nixpkgs: "n", "nixpkgs-stable": "own", tool: "tool" }, nodes);

    expect(linesOf(`${toolAndNixpkgs} ${stable}`, lock)).toEqual([
      `inputs.tool.inputs.nixpkgs-stable.follows = "nixpkgs-stable";`,
    ]);
  });

  it("lets nothing follow itself: not what the flake's own follows, nor what its own brings", () => {
    const follows = `inputs.tool.url = "github:acme/tool"; inputs.other.url = "github:acme/other"; inputs.nixpkgs.follows = "tool/nixpkgs";`;
    const tool = githubNode("acme", "tool", daysAgo(1), { nixpkgs: "n1" });
    const other = githubNode("acme", "other", daysAgo(1), { nixpkgs: "n2" });
    const followed = lockText(
      { nixpkgs: ["tool", "nixpkgs"], other: "other", tool: "tool" },
      { n1: nixpkgs, n2: nixpkgs, other, tool },
    );
    expect(linesOf(follows, followed)).toEqual([`inputs.other.inputs.nixpkgs.follows = "nixpkgs";`]);

    const wrapper = githubNode("acme", "nixpkgs", daysAgo(1), { nixpkgs: "n1" });
    const wrapped = lockText({ nixpkgs: "wrapper" }, { wrapper, n1: nixpkgs });
    expect(linesOf(`inputs.nixpkgs.url = "github:acme/nixpkgs";`, wrapped)).toBeUndefined();
  });

  it("lets the others follow the first copy where the flake has none of its own", () => {
    const nodes = {
      a: githubNode("acme", "a", daysAgo(1), { nixpkgs: "n1" }),
      b: githubNode("acme", "b", daysAgo(1), { nixpkgs: "n2" }),
      n1: nixpkgs,
      n2: nixpkgs,
    };

    expect(
      linesOf(`inputs.a.url = "github:acme/a"; inputs.b.url = "github:acme/b";`, lockText({ a: "a", b: "b" }, nodes)),
    ).toEqual([`inputs.b.inputs.nixpkgs.follows = "a/nixpkgs";`]);
  });

  it("writes names that are no words in quotes, so that nothing in them is Nix", () => {
    const name = `x"; builtins = \${y}`;
    const nodes = { t: githubNode("acme", "t", daysAgo(1), { nixpkgs: "n2" }), n1: nixpkgs, n2: nixpkgs };
    const lines = linesOf(
      `inputs.nixpkgs.url = "github:NixOS/nixpkgs";`,
      lockText({ nixpkgs: "n1", [name]: "t" }, nodes),
    );

    expect(nixProblems(`{ ${lines?.join(" ")} }`)).toEqual([]);
  });
});
