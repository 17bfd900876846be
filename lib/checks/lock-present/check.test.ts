import { describe, expect, it } from "vitest";
import { lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { judge, outcomes } from "../testing/judge.ts";
import { lockPresent } from "./check.ts";

const withInput = `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }`;

describe("lock-present", () => {
  it("passes for a lock beside the flake, however broken", () => {
    expect(outcomes(lockPresent, { "nix/flake.nix": withInput, "nix/flake.lock": "{" })).toEqual({ "./nix": "pass" });
    expect(outcomes(lockPresent, { "flake.nix": withInput, "flake.lock": "symlink" })).toEqual({ ".": "pass" });
  });

  it("fails for a flake with inputs and a lock elsewhere only", () => {
    const files = { "nix/flake.nix": withInput, "flake.lock": lockText({}, {}) };

    expect(judge(lockPresent, files)).toEqual([
      {
        subject: "./nix",
        outcome: "fail",
        summary: "nix/flake.lock is missing",
        evidence: [{ path: "nix/flake.nix" }],
      },
    ]);
  });

  it("counts an input that only the formals of outputs name", () => {
    expect(outcomes(lockPresent, { "flake.nix": "{ outputs = { self, nixpkgs }: { }; }" })).toEqual({ ".": "fail" });
  });

  it("does not apply to a flake without inputs", () => {
    expect(outcomes(lockPresent, { "flake.nix": "{ outputs = { self }: { }; }" })).toEqual({ ".": "not-applicable" });
  });

  // The first is how git-hooks.nix tests itself; the second takes its inputs from the command line, as flox's resolver.
  it.each([`a.url = "path:..";`, `a.follows = ""; b.follows = "a";`, "a.url = ./lib;"])(
    "does not apply to a flake whose inputs bring nothing from elsewhere: %s",
    (inputs) => {
      const flake = `{ inputs = { ${inputs} }; outputs = i: { }; }`;

      expect(outcomes(lockPresent, { "dev/flake.nix": flake })).toEqual({ "./dev": "not-applicable" });
      const more = flake.replace("inputs = {", `inputs = { other.url = "github:acme/other";`);
      expect(outcomes(lockPresent, { "dev/flake.nix": more })).toEqual({ "./dev": "fail" });
    },
  );

  it("is unknown while the inputs are, or while the lock may be among the paths that are missing", () => {
    expect(outcomes(lockPresent, { "flake.nix": "{ outputs = " })).toEqual({ ".": "unknown" });
    expect(outcomes(lockPresent, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(lockPresent, { "flake.nix": withInput }, false)).toEqual({ ".": "unknown" });
  });
});
