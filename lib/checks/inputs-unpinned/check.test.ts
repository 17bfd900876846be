import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { inputsUnpinned } from "./check.ts";

const rev = "75e28c029ef2605f9841e0baa335d70065fe7ae2";

function flakeOf(url: string) {
  return { "flake.nix": `{ inputs.a.url = "${url}"; outputs = i: { }; }` };
}

describe("inputs-unpinned", () => {
  it.each([
    `github:o/r/${rev}`,
    `github:o/r?rev=${rev}`,
    `git+https://example.org/r?rev=${rev}`,
    `https://github.com/o/r/archive/${rev}.tar.gz`,
    `https://codeload.github.com/o/r/tar.gz/${rev}`,
  ])("fails for %s", (url) => {
    expect(judge(inputsUnpinned, flakeOf(url))).toMatchObject([
      { subject: "./a", outcome: "fail", summary: "a is pinned to 75e28c0, which no update moves" },
    ]);
  });

  it.each([
    "github:o/r",
    "github:o/r/v1.2.3",
    "github:o/deadbeef",
    "https://flakehub.com/f/o/r/=1.2.3",
    "https://github.com/o/r/archive/main.tar.gz",
  ])("passes for %s", (url) => expect(outcomes(inputsUnpinned, flakeOf(url))).toEqual({ "./a": "pass" }));

  it("is unknown for a computed reference, and does not apply without inputs", () => {
    expect(outcomes(inputsUnpinned, { "flake.nix": `{ inputs.a.url = "x" + "y"; outputs = i: { }; }` })).toEqual({
      "./a": "unknown",
    });
    expect(outcomes(inputsUnpinned, {})).toEqual({ ".": "not-applicable" });
    expect(outcomes(inputsUnpinned, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
  });
});
