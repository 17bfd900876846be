import { describe, expect, it } from "vitest";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { flakesReused } from "./check.ts";

function flakeOf(...urls: readonly string[]) {
  const inputs = urls.map((url, index) => `inputs.i${index}.url = "${url}";`).join(" ");
  return { "flake.nix": `{ ${inputs} outputs = inputs: { }; }` };
}

const nixpkgs = "github:NixOS/nixpkgs";

describe("flakes-reused", () => {
  it("names the organization's own flakes, on GitHub and FlakeHub, in any case", () => {
    const files = flakeOf(
      nixpkgs,
      "github:Acme/shells",
      "https://flakehub.com/f/acme/modules/0.1",
      "github:ipetkov/crane",
    );

    expect(judge(flakesReused, files)).toEqual([
      {
        subject: ".",
        outcome: "pass",
        summary: "builds on flakes of acme: shells, modules",
        evidence: [
          { path: "flake.nix", line: 1 },
          { path: "flake.nix", line: 1 },
        ],
      },
    ]);
  });

  it("names a few of many, and counts the rest", () => {
    const files = flakeOf(
      "github:acme/a",
      "github:acme/b",
      "github:acme/c",
      "github:acme/d",
      "github:acme/e",
      "github:acme/a",
    );

    expect(judge(flakesReused, files)[0]?.summary).toBe("builds on flakes of acme: a, b, c and 2 more");
  });

  it("passes for flakes of others too", () => {
    expect(judge(flakesReused, flakeOf(nixpkgs, "github:ipetkov/crane"))[0]).toMatchObject({
      outcome: "pass",
      summary: "builds on other flakes: i1",
    });
  });

  it("fails for Nixpkgs only; a fork of it, a helper library and a source of no flake are no others", () => {
    expect(judge(flakesReused, flakeOf(nixpkgs))[0]).toMatchObject({
      outcome: "fail",
      summary: "takes no flake but Nixpkgs",
    });
    expect(outcomes(flakesReused, flakeOf("github:acme/nixpkgs", "github:numtide/flake-utils"))).toEqual({
      ".": "fail",
    });
    const source = `{ inputs.nixpkgs.url = "${nixpkgs}"; inputs.a = { url = "github:acme/a"; flake = false; }; outputs = i: { }; }`;
    expect(outcomes(flakesReused, { "flake.nix": source })).toEqual({ ".": "fail" });
  });

  it("knows its owner by any spelling", () => {
    const context = contextOf(flakeOf("github:acme/shells"));
    const repository = { ...context.repository, owner: "ACME" };

    expect(flakesReused.evaluate({ ...context, repository })[0]?.summary).toBe("builds on flakes of ACME: shells");
  });

  it("does not take an organization on another forge for the same", () => {
    expect(judge(flakesReused, flakeOf("gitlab:acme/shells"))[0]?.summary).toBe("builds on other flakes: i0");
  });

  it("does not need to know the owner of the repository to see other flakes", () => {
    const context = contextOf(flakeOf(nixpkgs, "github:acme/shells"));
    const repository = { owner: null, name: null, visibility: null };

    expect(flakesReused.evaluate({ ...context, repository })[0]?.outcome).toBe("pass");
  });

  it("is unknown where not all inputs, or not all flakes, can be told", () => {
    expect(outcomes(flakesReused, flakeOf("flake:tool", nixpkgs))).toEqual({ ".": "unknown" });
    expect(outcomes(flakesReused, { ...flakeOf(nixpkgs), "nix/flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(flakesReused, flakeOf(nixpkgs), false)).toEqual({ ".": "unknown" });
  });

  it("does not apply without inputs or without a flake", () => {
    expect(outcomes(flakesReused, flakeOf())).toEqual({ ".": "not-applicable" });
    expect(outcomes(flakesReused, {})).toEqual({ ".": "not-applicable" });
  });
});
