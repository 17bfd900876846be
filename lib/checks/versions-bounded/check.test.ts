import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { versionsBounded } from "./check.ts";

function flakeOf(range: string) {
  return { "flake.nix": `{ inputs.a.url = "https://flakehub.com/f/o/r/${range}"; outputs = i: { }; }` };
}

describe("versions-bounded", () => {
  it.each(["*", "%2A", "*.tar.gz", "%3E%3D1.2.0", "%3E1", "%3E%3D10"])("fails for %s", (range) => {
    expect(outcomes(versionsBounded, flakeOf(range))).toEqual({ "./a": "fail" });
  });

  it.each(["0", "0.1", "0.1.*", "%3D1.2.3", "=1.2.3", "1", "%3E%3D1,%3C3", "0.2505"])("passes for %s", (range) => {
    expect(outcomes(versionsBounded, flakeOf(range))).toEqual({ "./a": "pass" });
  });

  it("names the input and its range, and is unknown for a range that is none", () => {
    expect(judge(versionsBounded, flakeOf("%2A"))[0]?.summary).toBe("a takes any version (*)");
    expect(judge(versionsBounded, flakeOf("latest"))).toMatchObject([
      { outcome: "unknown", summary: "a asks for latest, which is not understood" },
    ]);
  });

  it("does not apply where no input asks for a range", () => {
    const flake = `{ inputs.a.url = "github:o/r/v1.2.3"; outputs = i: { }; }`;

    expect(outcomes(versionsBounded, { "flake.nix": flake })).toEqual({ ".": "not-applicable" });
    expect(outcomes(versionsBounded, {})).toEqual({ ".": "not-applicable" });
  });
});
