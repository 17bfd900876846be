import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { flakeValid } from "./check.ts";

describe("flake-valid", () => {
  it("judges every main flake by itself", () => {
    const files = {
      "flake.nix": "{ outputs = inputs: { }; }",
      "nix/flake.nix": "{ outputs = ",
      "templates/a/flake.nix": "{ outputs = ",
    };

    expect(outcomes(flakeValid, files)).toEqual({ ".": "pass", "./nix": "fail" });
  });

  it("shows the line and the reason of a refusal", () => {
    const [result] = judge(flakeValid, { "flake.nix": "let x = 1;\nin { outputs = inputs: { }; }" });

    expect(result).toMatchObject({ outcome: "fail", evidence: [{ path: "flake.nix", line: 1 }] });
    expect(result?.summary).toMatch(/^Nix refuses flake\.nix: a flake must be a set/);
  });

  it("does not judge what it could not read", () => {
    expect(outcomes(flakeValid, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(flakeValid, { "flake.nix": { sizeBytes: 1e9 } })).toEqual({ ".": "unknown" });
    expect(outcomes(flakeValid, { "flake.nix": { isBinary: true } })).toEqual({ ".": "unknown" });
  });

  it("does not apply without a flake, and is unknown where one may be", () => {
    expect(outcomes(flakeValid, { "main.c": "" })).toEqual({ ".": "not-applicable" });
    expect(outcomes(flakeValid, { "main.c": "" }, false)).toEqual({ ".": "unknown" });
  });

  it("passes for a flake with Windows line ends", () => {
    expect(outcomes(flakeValid, { "flake.nix": "{\r\n  outputs = inputs: { };\r\n}\r\n" })).toEqual({ ".": "pass" });
  });
});
