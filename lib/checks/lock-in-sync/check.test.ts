import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { fixOf } from "../testing/parse-fix.ts";
import { lockInSync } from "./check.ts";

const flake = `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs";
  inputs.crane.url = "github:ipetkov/crane";
  outputs = inputs: { };
}`;
const nixpkgs = githubNode("NixOS", "nixpkgs", daysAgo(1));
const crane = githubNode("ipetkov", "crane", daysAgo(1));
const whole = lockText({ nixpkgs: "nixpkgs", crane: "crane" }, { nixpkgs, crane });

describe("lock-in-sync", () => {
  it("passes where the lock holds what flake.nix declares", () => {
    expect(outcomes(lockInSync, { "flake.nix": flake, "flake.lock": whole })).toEqual({ ".": "pass" });
  });

  it("names what is missing, left over and different, with the line that declares it", () => {
    const lock = lockText({ nixpkgs: "n", old: "o" }, { n: githubNode("acme", "nixpkgs", daysAgo(1)), o: crane });

    expect(judge(lockInSync, { "flake.nix": flake, "flake.lock": lock })).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary:
          "flake.lock lacks crane; still holds old; differs in nixpkgs (declared github:NixOS/nixpkgs, locked github:acme/nixpkgs)",
        evidence: [{ path: "flake.nix", line: 3 }, { path: "flake.nix", line: 2 }, { path: "flake.lock" }],
      },
    ]);
  });

  it("sees a reference that asks for another branch than was locked", () => {
    const moved = flake.replace("github:NixOS/nixpkgs", "github:NixOS/nixpkgs?ref=master");

    expect(outcomes(lockInSync, { "flake.nix": moved, "flake.lock": whole })).toEqual({ ".": "fail" });
  });

  it("is unknown where either file cannot be read, or an input is computed", () => {
    expect(outcomes(lockInSync, { "flake.nix": flake, "flake.lock": "{" })).toEqual({ ".": "unknown" });
    expect(outcomes(lockInSync, { "flake.nix": "symlink", "flake.lock": whole })).toEqual({ ".": "unknown" });
    expect(outcomes(lockInSync, { "flake.nix": "{ inputs = ", "flake.lock": whole })).toEqual({ ".": "unknown" });
    const computed = flake.replace(`"github:ipetkov/crane"`, `"github:ipetkov/" + "crane"`);
    expect(outcomes(lockInSync, { "flake.nix": computed, "flake.lock": whole })).toEqual({ ".": "unknown" });
    const noUrl = flake.replace("github:ipetkov/crane", "github:ipetkov");
    expect(judge(lockInSync, { "flake.nix": noUrl, "flake.lock": whole })).toMatchObject([
      { outcome: "unknown", summary: "whether flake.lock agrees on crane cannot be told" },
    ]);
    expect(outcomes(lockInSync, { "flake.nix": flake }, false)).toEqual({ ".": "unknown" });
  });

  it("does not apply without a lock or a flake", () => {
    expect(outcomes(lockInSync, { "flake.nix": flake })).toEqual({ ".": "not-applicable" });
    expect(outcomes(lockInSync, {})).toEqual({ ".": "not-applicable" });
  });

  it("mends it with a command that names the folder, and with none where a shell would read more than a name", () => {
    const lock = lockText({}, {});
    const files = (directory: string) => ({ [`${directory}flake.nix`]: flake, [`${directory}flake.lock`]: lock });

    expect(fixOf(lockInSync, contextOf(files("")), ".")?.text).toBe("nix flake lock");
    expect(fixOf(lockInSync, contextOf(files("nix/dev/")), "./nix/dev")?.text).toBe("nix flake lock ./nix/dev");
    expect(fixOf(lockInSync, contextOf(files("a;rm -rf $HOME/")), "./a;rm -rf $HOME")).toBeNull();
    expect(fixOf(lockInSync, contextOf({ "flake.nix": flake, "flake.lock": whole }), ".")).toBeNull();
  });
});
