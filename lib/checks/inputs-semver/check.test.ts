import { describe, expect, it } from "vitest";
import { lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { fixOf, inputsOf } from "../testing/parse-fix.ts";
import { inputsSemver } from "./check.ts";

function outcomeOf(url: string) {
  return outcomes(inputsSemver, { "flake.nix": `{ inputs.dep.url = "${url}"; outputs = inputs: { }; }` })["./dep"];
}

describe("inputs-semver", () => {
  it.each([
    "https://flakehub.com/f/NixOS/nixpkgs/0.1",
    "https://flakehub.com/f/NixOS/nixpkgs/0.2505.*.tar.gz",
    "https://flakehub.com/f/acme/tool/%3D3.2.1",
    "https://api.flakehub.com/f/pinned/NixOS/nixpkgs/0.2505.808723%2Brev-aaaa/uuid/source.tar.gz",
    "github:numtide/flake-utils/v1.0.0",
    "github:acme/tool/1.2",
    "github:acme/tool/v3",
    "github:acme/tool/release-1.4.0",
    "github:acme/monorepo/cli-v0.20.1",
    "github:acme/tool/v2.0-rc.1",
    "git+https://git.example.org/tool?ref=refs/tags/v1.2.3",
    "https://github.com/acme/tool/archive/refs/tags/v1.2.3.tar.gz",
    "https://git.lix.systems/lix-project/nixos-module/archive/2.93.3-1.tar.gz",
  ])("passes for %s", (url) => {
    expect(outcomeOf(url)).toBe("pass");
  });

  it.each([
    "github:NixOS/nixpkgs",
    "github:NixOS/nixpkgs/nixos-25.11",
    "github:nix-community/home-manager/release-25.11",
    "github:NixOS/nix/2.24-maintenance",
    `github:NixOS/nixpkgs/${"1".repeat(40)}`,
    "nixpkgs/nixos-unstable",
    "https://channels.nixos.org/nixos-25.11/nixexprs.tar.xz",
    "https://10.0.0.1/tool.tar.gz",
    "git+ssh://git@example.org/tool?ref=main",
  ])("fails for %s", (url) => {
    expect(outcomeOf(url)).toBe("fail");
  });

  it("says which range is asked for and which release the lock holds", () => {
    const url = "https://flakehub.com/f/NixOS/nixpkgs/0.1";
    const release = `https://api.flakehub.com/f/pinned/NixOS/nixpkgs/0.1.850600%2Brev-${"a".repeat(40)}/0198/source.tar.gz`;
    const lock = lockText(
      { dep: "dep" },
      { dep: { locked: { type: "tarball", url: release }, original: { type: "tarball", url } } },
    );
    const flake = `{ inputs.dep.url = "${url}"; outputs = inputs: { }; }`;

    expect(judge(inputsSemver, { "flake.nix": flake, "flake.lock": lock })).toEqual([
      {
        subject: "./dep",
        outcome: "pass",
        summary: "dep asks for version 0.1, locked to 0.1.850600",
        evidence: [{ path: "flake.nix", line: 1 }],
      },
    ]);
  });

  it("is unknown for an input that is computed", () => {
    const flake = `{ inputs.dep.url = "github:acme/" + "tool"; outputs = inputs: { }; }`;

    expect(outcomes(inputsSemver, { "flake.nix": flake })).toEqual({ "./dep": "unknown" });
  });

  it("does not apply without inputs, and is unknown where they could not be read", () => {
    expect(outcomes(inputsSemver, { "flake.nix": "{ outputs = i: { }; }" })).toEqual({ ".": "not-applicable" });
    expect(outcomes(inputsSemver, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
  });

  it.each([
    ["github:NixOS/nixpkgs/nixos-unstable", "https://flakehub.com/f/NixOS/nixpkgs/0.1"],
    ["github:NixOS/nixpkgs/nixos-26.05", "https://flakehub.com/f/NixOS/nixpkgs/0.2605"],
    ["github:nix-community/home-manager/release-26.05", "https://flakehub.com/f/nix-community/home-manager/0.2605"],
    ["git+https://github.com/ipetkov/crane", "https://flakehub.com/f/ipetkov/crane/0"],
  ])("takes %s from FlakeHub, where it is known to be published", (url, released) => {
    const context = contextOf({ "flake.nix": `{ inputs.a.url = "${url}"; outputs = i: { }; }` });

    expect(inputsOf(fixOf(inputsSemver, context, "./a")?.text ?? "")).toMatchObject({
      status: "ok",
      inputs: { a: { declared: { url: released } } },
    });
  });

  it.each([
    "github:acme/tool",
    "github:NixOS/nixpkgs/staging",
    "github:NixOS/nixpkgs/nixos-23.11",
    "github:nix-community/home-manager/release-23.11",
    `github:NixOS/nixpkgs/${"a".repeat(40)}`,
    "github:NixOS/nixpkgs?dir=lib",
    "gitlab:ipetkov/crane",
    "github:ipetkov/crane/some-branch",
  ])("offers nothing for %s", (url) => {
    const context = contextOf({ "flake.nix": `{ inputs.a.url = "${url}"; outputs = i: { }; }` });

    expect(fixOf(inputsSemver, context, "./a")).toBeNull();
  });
});
