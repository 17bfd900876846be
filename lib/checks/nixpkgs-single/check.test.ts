import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { daysAgo, judge, outcomes } from "../testing/judge.ts";
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
});
