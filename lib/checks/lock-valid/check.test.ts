import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { judge, outcomes } from "../testing/judge.ts";
import { lockValid } from "./check.ts";

const flake = `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }`;
const lock = lockText({ nixpkgs: "nixpkgs_2" }, { nixpkgs_2: githubNode("NixOS", "nixpkgs", 1_700_000_000) });

function outcomeOf(text: string) {
  return outcomes(lockValid, { "flake.nix": flake, "flake.lock": text })["."];
}

describe("lock-valid", () => {
  it.each([5, 6, 7])("passes for version %i", (version) => {
    expect(outcomeOf(lock.replace(`"version": 7`, `"version": ${version}`))).toBe("pass");
  });

  it.each([
    ["version 8", lock.replace(`"version": 7`, `"version": 8`)],
    ["a text that is cut off", lock.slice(0, -40)],
    ["a conflict that was committed", `<<<<<<< HEAD\n${lock}=======\n${lock}>>>>>>> main\n`],
    ["an empty file", ""],
    ["a label without node", lock.replace(`"nixpkgs": "nixpkgs_2"`, `"nixpkgs": "nixpkgs_3"`)],
  ])("fails for %s", (_, text) => {
    expect(outcomeOf(text)).toBe("fail");
  });

  it("names the reason and the file", () => {
    expect(judge(lockValid, { "nix/flake.nix": flake, "nix/flake.lock": "" })).toEqual([
      {
        subject: "./nix",
        outcome: "fail",
        summary: "Nix refuses nix/flake.lock: the lock file is empty",
        evidence: [{ path: "nix/flake.lock" }],
      },
    ]);
  });

  it("does not apply without lock, and is unknown where one may be among the paths that are missing", () => {
    expect(outcomes(lockValid, { "flake.nix": flake })).toEqual({ ".": "not-applicable" });
    expect(outcomes(lockValid, { "flake.nix": flake }, false)).toEqual({ ".": "unknown" });
  });

  it("does not judge what it could not read", () => {
    for (const lockFile of ["symlink", { isBinary: true }, { sizeBytes: 1e9 }] as const) {
      expect(outcomes(lockValid, { "flake.nix": flake, "flake.lock": lockFile })).toEqual({ ".": "unknown" });
    }
  });

  it("reads the lock even where flake.nix does not parse", () => {
    expect(outcomes(lockValid, { "flake.nix": "{", "flake.lock": lock })).toEqual({ ".": "pass" });
  });

  it("passes for Windows line ends and a byte order mark", () => {
    expect(outcomeOf(`\uFEFF${lock.replaceAll("\n", "\r\n")}`)).toBe("pass");
  });
});
