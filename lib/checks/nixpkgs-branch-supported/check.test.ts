import { describe, expect, it } from "vitest";
import { lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { fixOf, inputsOf } from "../testing/parse-fix.ts";
import { nixpkgsBranchSupported } from "./check.ts";

function flakeOf(url: string, name = "nixpkgs"): string {
  return `{ inputs.${name}.url = "${url}"; outputs = inputs: { }; }`;
}

function saidOf(url: string) {
  const [result] = judge(nixpkgsBranchSupported, { "flake.nix": flakeOf(url) });
  return `${result?.outcome}: ${result?.summary}`;
}

/** A lock as FlakeHub answers it. */
function flakeHubLock(range: string, version: string): string {
  const url = `https://api.flakehub.com/f/pinned/NixOS/nixpkgs/${version}%2Brev-${"a".repeat(40)}/0190/source.tar.gz`;
  const locked = { lastModified: daysAgo(1), narHash: "sha256-x", type: "tarball", url };
  const original = { type: "tarball", url: `https://flakehub.com/f/NixOS/nixpkgs/${range}` };
  return lockText({ nixpkgs: "nixpkgs" }, { nixpkgs: { locked, original } });
}

const unmaintained = "which is unmaintained as of 2026-08-19";

describe("nixpkgs-branch-supported", () => {
  it.each([
    ["github:NixOS/nixpkgs/nixos-26.05", "pass: nixpkgs follows nixos-26.05, which is stable as of 2026-08-19"],
    ["github:nixos/nixpkgs/nixos-unstable", "pass: nixpkgs follows nixos-unstable, which is rolling as of 2026-08-19"],
    ["github:NixOS/nixpkgs/release-26.05", "pass: nixpkgs follows release-26.05, which is stable as of 2026-08-19"],
    ["github:NixOS/nixpkgs?ref=refs/heads/nixos-25.05", `fail: nixpkgs follows nixos-25.05, ${unmaintained}`],
    ["git+https://github.com/NixOS/nixpkgs?ref=nixos-25.05", `fail: nixpkgs follows nixos-25.05, ${unmaintained}`],
    ["https://channels.nixos.org/nixos-25.05/nixexprs.tar.xz", `fail: nixpkgs follows nixos-25.05, ${unmaintained}`],
    [
      "https://github.com/NixOS/nixpkgs/archive/nixos-23.11.tar.gz",
      `fail: nixpkgs follows nixos-23.11, ${unmaintained}`,
    ],
    ["https://flakehub.com/f/NixOS/nixpkgs/0.2505.*", `fail: nixpkgs follows nixos-25.05, ${unmaintained}`],
    [
      "https://flakehub.com/f/NixOS/nixpkgs/0.1",
      "pass: nixpkgs follows nixos-unstable, which is rolling as of 2026-08-19",
    ],
  ])("knows the branch of %s", (url, said) => expect(saidOf(url)).toBe(said));

  it("says so where master is followed: maintained, and no channel", () => {
    expect(saidOf("github:NixOS/nixpkgs/master")).toBe(
      "pass: nixpkgs follows master: maintained, though no channel has tested what it holds",
    );
    expect(saidOf("github:NixOS/nixpkgs")).toContain("pass: nixpkgs follows the default branch, master");
  });

  it("takes a release older than the list for unmaintained, and one that came after it for unknown", () => {
    expect(saidOf("github:NixOS/nixpkgs/release-22.05")).toBe(`fail: nixpkgs follows release-22.05, ${unmaintained}`);
    expect(saidOf("github:NixOS/nixpkgs/nixos-26.11")).toBe(
      "unknown: nixpkgs follows nixos-26.11, which is not among the channels as of 2026-08-19",
    );
  });

  it.each([
    `github:NixOS/nixpkgs/${"a".repeat(40)}`,
    "github:NixOS/nixpkgs/pull/357207/head",
    "github:acme/nixpkgs/nixos-25.05",
    "git+https://git.acme.example/nixpkgs?ref=nixos-25.05",
    "https://flakehub.com/f/NixOS/nixpkgs/*",
    "nixpkgs",
  ])("is unknown for %s", (url) => expect(saidOf(url)).toContain("unknown: "));

  it("goes by the lock where a range takes any release, and says so", () => {
    const files = {
      "flake.nix": flakeOf("https://flakehub.com/f/NixOS/nixpkgs/0"),
      "flake.lock": flakeHubLock("0", "0.2511.908322"),
    };

    expect(judge(nixpkgsBranchSupported, files)[0]?.summary).toBe(
      `nixpkgs is locked to a release of nixos-25.11, ${unmaintained}`,
    );
    expect(fixOf(nixpkgsBranchSupported, contextOf(files), "./nixpkgs")?.text).toBe("nix flake update nixpkgs");
  });

  it("takes the list from the policy", () => {
    const context = contextOf({ "flake.nix": flakeOf("github:NixOS/nixpkgs/nixos-25.05") });
    const branchStatuses = { asOf: "2025-06-01", source: "acme", statuses: { "nixos-25.05": "stable" } } as const;

    expect(
      nixpkgsBranchSupported.evaluate({ ...context, policy: { ...context.policy, branchStatuses } })[0],
    ).toMatchObject({
      outcome: "pass",
      summary: "nixpkgs follows nixos-25.05, which is stable as of 2025-06-01",
    });
  });

  it.each([
    ["github:NixOS/nixpkgs/nixos-25.05-small", "github:NixOS/nixpkgs/nixos-26.05-small"],
    ["github:NixOS/nixpkgs/release-23.11", "github:NixOS/nixpkgs/nixos-26.05"],
    ["github:NixOS/nixpkgs/nixpkgs-24.05-darwin", "github:NixOS/nixpkgs/nixpkgs-26.05-darwin"],
    ["https://flakehub.com/f/NixOS/nixpkgs/0.2505", "https://flakehub.com/f/NixOS/nixpkgs/0.2605"],
    [
      "https://channels.nixos.org/nixos-25.05/nixexprs.tar.xz",
      "https://channels.nixos.org/nixos-26.05/nixexprs.tar.xz",
    ],
  ])("moves %s to %s", (url, moved) => {
    const fix = fixOf(nixpkgsBranchSupported, contextOf({ "flake.nix": flakeOf(url) }), "./nixpkgs");

    expect(fix?.path).toBe("flake.nix");
    expect(inputsOf(fix?.text ?? "")).toMatchObject({
      status: "ok",
      inputs: { nixpkgs: { declared: { url: moved } } },
    });
  });

  it("moves nothing that has its release in its name", () => {
    const context = contextOf({ "flake.nix": flakeOf("github:NixOS/nixpkgs/nixos-23.05", "nixpkgs-2305") });

    expect(fixOf(nixpkgsBranchSupported, context, "./nixpkgs-2305")).toBeNull();
  });

  it("does not apply without a direct Nixpkgs, and is unknown where there may be one", () => {
    expect(outcomes(nixpkgsBranchSupported, { "flake.nix": flakeOf("github:ipetkov/crane", "crane") })).toEqual({
      ".": "not-applicable",
    });
    expect(
      outcomes(nixpkgsBranchSupported, { "flake.nix": `{ inputs.a.url = "x" + "y"; outputs = i: { }; }` }),
    ).toEqual({
      ".": "unknown",
    });
    expect(outcomes(nixpkgsBranchSupported, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(nixpkgsBranchSupported, {})).toEqual({ ".": "not-applicable" });
  });
});
