import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { nonFlakeConverted } from "./check.ts";

const flake = { "flake.nix": "{ outputs = inputs: { }; }" };
const shell = { "shell.nix": "{ pkgs ? import <nixpkgs> { } }: pkgs.mkShell { }" };

describe("non-flake-converted", () => {
  it("fails where Nix is used without a flake, and names each way", () => {
    expect(judge(nonFlakeConverted, { ...shell, "npins/sources.json": "{}" })).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "Nix is used through shell.nix, npins, without a flake",
        evidence: [{ path: "shell.nix" }, { path: "npins/sources.json" }],
      },
    ]);
  });

  it("passes with a flake, whatever stands beside it", () => {
    expect(judge(nonFlakeConverted, { ...flake, ...shell })[0]).toMatchObject({
      outcome: "pass",
      summary: "a flake stands beside shell.nix",
    });
    const bridge = {
      "shell.nix": '(import (fetchTarball "https://example.com/flake-compat.tar.gz") { src = ./.; }).shellNix',
    };
    expect(judge(nonFlakeConverted, { ...flake, ...bridge })[0]?.summary).toBe("everything goes through the flake");
  });

  it("is unknown where a flake may be among files that could not be listed", () => {
    expect(outcomes(nonFlakeConverted, shell, false)).toEqual({ ".": "unknown" });
    expect(outcomes(nonFlakeConverted, {}, false)).toEqual({ ".": "unknown" });
  });

  it("does not apply without Nix", () => {
    expect(outcomes(nonFlakeConverted, { "main.go": "" })).toEqual({ ".": "not-applicable" });
  });

  it("fails where the only flakes are templates", () => {
    expect(outcomes(nonFlakeConverted, { ...shell, "templates/a/flake.nix": flake["flake.nix"] })).toEqual({
      ".": "fail",
    });
  });
});
