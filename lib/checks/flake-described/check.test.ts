import { describe, expect, it } from "vitest";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { fixOf, nixProblems } from "../testing/parse-fix.ts";
import { flakeDescribed } from "./check.ts";

describe("flake-described", () => {
  it("passes for a sentence, and fails for none and for white space", () => {
    const flake = (description: string) => ({ "flake.nix": `{ ${description} outputs = inputs: { }; }` });

    expect(outcomes(flakeDescribed, flake(`description = "Takes orders";`))).toEqual({ ".": "pass" });
    expect(outcomes(flakeDescribed, flake(`description = " ";`))).toEqual({ ".": "fail" });
    expect(judge(flakeDescribed, flake(""))).toEqual([
      { subject: ".", outcome: "fail", summary: "flake.nix has no description", evidence: [{ path: "flake.nix" }] },
    ]);
  });

  it("is unknown where flake.nix cannot be read, and does not apply without one", () => {
    expect(outcomes(flakeDescribed, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(flakeDescribed, { "flake.nix": "{ outputs = " })).toEqual({ ".": "unknown" });
    expect(outcomes(flakeDescribed, {})).toEqual({ ".": "not-applicable" });
  });

  it("offers a line with the name of the repository, or of the folder, that is Nix whatever the name", () => {
    const flake = "{ outputs = inputs: { }; }";
    const text = (directory: string, subject: string) =>
      fixOf(flakeDescribed, contextOf({ [`${directory}flake.nix`]: flake }), subject)?.text ?? "";

    expect(text("", ".")).toBe(`description = "tool: what it does, in a sentence";`);
    expect(text("nix/server/", "./nix/server")).toBe(`description = "server: what it does, in a sentence";`);
    const hostile = text(`a"\${b}/`, `./a"\${b}`);
    expect(hostile).toBe(`description = "a\\"\\\${b}: what it does, in a sentence";`);
    expect(nixProblems(`{ ${hostile} }`)).toEqual([]);
  });
});
