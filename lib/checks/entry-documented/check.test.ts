import { describe, expect, it } from "vitest";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { fixOf } from "../testing/parse-fix.ts";
import { entryDocumented } from "./check.ts";

const flake = {
  "flake.nix":
    "{ outputs = { self }: { devShells.x86_64-linux.default = self.x; packages.x86_64-linux.default = self.y; }; }",
};

describe("entry-documented", () => {
  it("passes where a document shows a command or a place to learn, with its line", () => {
    expect(judge(entryDocumented, { ...flake, "README.md": "# Tool\n\nRun `nix develop`.\n" })).toEqual([
      {
        subject: ".",
        outcome: "pass",
        summary: "README.md shows `nix develop`",
        evidence: [{ path: "README.md", line: 3 }],
      },
    ]);
    expect(outcomes(entryDocumented, { ...flake, "CONTRIBUTING.rst": "See https://nix.dev." })).toEqual({
      ".": "pass",
    });
  });

  it("fails where no document does, and offers a paragraph of what the repository offers", () => {
    const files = { ...flake, "README.md": "# Tool\n" };
    const fix = fixOf(entryDocumented, contextOf(files), ".");

    expect(outcomes(entryDocumented, files)).toEqual({ ".": "fail" });
    expect(fix?.text).toContain("nix develop");
    expect(fix?.text).toContain("nix build");
    expect(fix?.text).not.toContain("direnv");
    expect(outcomes(entryDocumented, { ...flake, "README.md": fix?.text ?? "" })).toEqual({ ".": "pass" });
  });

  it("is unknown where the README could not be read", () => {
    expect(outcomes(entryDocumented, { ...flake, "README.md": { isBinary: true } })).toEqual({ ".": "unknown" });
  });

  it("does not apply without a flake", () => {
    expect(outcomes(entryDocumented, { "README.md": "nix develop" })).toEqual({ ".": "not-applicable" });
  });
});
