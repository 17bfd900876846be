import { describe, expect, it } from "vitest";
import { type FixtureFiles, githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { fixOf } from "../testing/parse-fix.ts";
import { inputsFresh } from "./check.ts";

const flake = `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  inputs.crane.url = "github:ipetkov/crane";
  outputs = inputs: { };
}`;

function aged(nixpkgsDays: number, craneDays: number) {
  const nodes = {
    crane: githubNode("ipetkov", "crane", daysAgo(craneDays)),
    // The label of another input: only the way from the root tells them apart.
    nixpkgs: githubNode("acme", "other", daysAgo(2_000)),
    nixpkgs_2: githubNode("NixOS", "nixpkgs", daysAgo(nixpkgsDays)),
  };
  return { "flake.nix": flake, "flake.lock": lockText({ crane: "crane", nixpkgs: "nixpkgs_2" }, nodes) };
}

describe("inputs-fresh", () => {
  it("lets Nixpkgs be 30 days old and any other input 90, and not a day more", () => {
    expect(outcomes(inputsFresh, aged(30, 90))).toEqual({ "./nixpkgs": "pass", "./crane": "pass" });
    expect(outcomes(inputsFresh, aged(31, 91))).toEqual({ "./nixpkgs": "fail", "./crane": "fail" });
  });

  it("names the input, its age and the limit, and shows where it is declared", () => {
    expect(judge(inputsFresh, aged(143, 1))).toEqual([
      {
        subject: "./crane",
        outcome: "pass",
        summary: "crane is 1 day old, limit 90 (of 2026-11-21)",
        evidence: [{ path: "flake.nix", line: 3 }],
      },
      {
        subject: "./nixpkgs",
        outcome: "fail",
        summary: "nixpkgs is 143 days old, limit 30 (of 2026-07-02)",
        evidence: [{ path: "flake.nix", line: 2 }],
      },
    ]);
  });

  it("is unknown, not fresh and not old, without lock, node or date", () => {
    expect(outcomes(inputsFresh, { "flake.nix": flake })).toEqual({ "./crane": "unknown", "./nixpkgs": "unknown" });
    expect(outcomes(inputsFresh, { "flake.nix": flake, "flake.lock": "{" })["./crane"]).toBe("unknown");
    expect(outcomes(inputsFresh, { "flake.nix": flake, "flake.lock": lockText({}, {}) })["./crane"]).toBe("unknown");
    const undated = { crane: { locked: { type: "file", url: "https://example.org/x" }, original: {} } };
    const lock = lockText({ crane: "crane" }, undated);
    expect(outcomes(inputsFresh, { "flake.nix": flake, "flake.lock": lock })["./crane"]).toBe("unknown");
  });

  it.each([
    ["0, as tar writers put it", 0],
    ["1, as the Nix store puts it", 1],
    ["1980-01-01, as zip puts it", 315_532_800],
    ["before 1970", -86_400],
    ["beyond any calendar", 1e15],
    ["two days ahead", daysAgo(-2)],
  ])("does not call an input old for a date without sense: %s", (_, lastModified) => {
    const lock = lockText({ crane: "crane" }, { crane: githubNode("ipetkov", "crane", lastModified) });

    expect(outcomes(inputsFresh, { "flake.nix": flake, "flake.lock": lock })["./crane"]).toBe("unknown");
  });

  it("counts a clock that is some hours ahead as today", () => {
    expect(judge(inputsFresh, aged(-0.5, 1))[1]?.summary).toBe("nixpkgs is 0 days old, limit 30 (of 2026-11-22)");
  });

  it("leaves out what follows another input, and paths inside the repository", () => {
    const text = `{
      inputs.nixpkgs.follows = "crane/nixpkgs";
      inputs.sub.url = "path:./sub";
      inputs.crane.url = "github:ipetkov/crane";
      outputs = inputs: { };
    }`;
    const lock = lockText(
      { crane: "crane", nixpkgs: ["crane", "nixpkgs"], sub: "sub" },
      {
        crane: githubNode("ipetkov", "crane", daysAgo(1), { nixpkgs: "nixpkgs" }),
        nixpkgs: githubNode("NixOS", "nixpkgs", daysAgo(900)),
        sub: { locked: { type: "path", path: "./sub" }, original: { type: "path", path: "./sub" } },
      },
    );

    expect(outcomes(inputsFresh, { "flake.nix": text, "flake.lock": lock })).toEqual({ "./crane": "pass" });
  });

  it("lets an input be as old as it will whose upstream has not moved, where somebody has looked", () => {
    const context = contextOf(aged(200, 200));
    const head = (age: number) => ({
      revision: "b".repeat(40),
      committedAt: new Date(daysAgo(age) * 1000).toISOString(),
    });
    const upstreams = new Map([
      ["github:ipetkov/crane", head(200)],
      ["github:nixos/nixpkgs nixos-unstable", head(1)],
      ["github:nixos/nixpkgs", head(1)],
    ]);

    expect(inputsFresh.evaluate({ ...context, upstreams })).toMatchObject([
      { outcome: "pass", summary: "crane is 200 days old, limit 90 (of 2026-05-06), and 0 days behind its upstream" },
      { outcome: "fail", summary: "nixpkgs is 200 days old, limit 30 (of 2026-05-06), 199 days behind its upstream" },
    ]);
  });

  it("mends one input by a command, and none that flake.nix pins or whose name is more than a word", () => {
    const fixed = (files: FixtureFiles, subject: string) => fixOf(inputsFresh, contextOf(files), subject)?.text;
    const lock = lockText({ crane: "c", "a;b": "c" }, { c: githubNode("ipetkov", "crane", daysAgo(900)) });
    const pinned = `{ inputs.crane.url = "github:ipetkov/crane/${"a".repeat(40)}"; outputs = i: { }; }`;

    expect(fixed(aged(31, 1), "./nixpkgs")).toBe("nix flake update nixpkgs");
    expect(fixed(aged(31, 1), "./crane")).toBeUndefined();
    expect(fixed({ "nix/flake.nix": flake, "nix/flake.lock": lock }, "./nix/crane")).toBe(
      "nix flake update crane --flake ./nix",
    );
    expect(fixed({ "flake.nix": pinned, "flake.lock": lock }, "./crane")).toBeUndefined();
    expect(fixed({ "flake.nix": "symlink", "flake.lock": lock }, "./a;b")).toBeUndefined();
  });

  it("judges the inputs of the lock where flake.nix is a link", () => {
    expect(outcomes(inputsFresh, { ...aged(31, 1), "flake.nix": "symlink" })).toEqual({
      "./crane": "pass",
      "./nixpkgs": "fail",
    });
  });

  it("does not apply without inputs, and is unknown where they could not be read", () => {
    expect(outcomes(inputsFresh, { "flake.nix": "{ outputs = i: { }; }" })).toEqual({ ".": "not-applicable" });
    expect(outcomes(inputsFresh, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(inputsFresh, { "flake.nix": "" })).toEqual({ ".": "unknown" });
    expect(outcomes(inputsFresh, {})).toEqual({ ".": "not-applicable" });
  });
});
