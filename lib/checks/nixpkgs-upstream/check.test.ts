import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { nixpkgsUpstream } from "./check.ts";

function flakeOf(url: string) {
  return { "flake.nix": `{ inputs.pkgs.url = "${url}"; outputs = inputs: { }; }` };
}

describe("nixpkgs-upstream", () => {
  it.each([
    "github:nixos/nixpkgs/nixos-unstable",
    "git+https://github.com/NixOS/nixpkgs.git",
    "https://github.com/NixOS/nixpkgs/archive/master.tar.gz",
    "https://channels.nixos.org/nixos-26.05/nixexprs.tar.xz",
    "https://flakehub.com/f/NixOS/nixpkgs/0.1",
    "https://flakehub.com/f/DeterminateSystems/nixpkgs-weekly/0.1",
  ])("passes for %s", (url) => expect(outcomes(nixpkgsUpstream, flakeOf(url))).toEqual({ "./pkgs": "pass" }));

  it("names the fork, on a forge, over Git and on FlakeHub", () => {
    expect(judge(nixpkgsUpstream, flakeOf("github:Acme/nixpkgs"))).toEqual([
      {
        subject: "./pkgs",
        outcome: "fail",
        summary: "pkgs is the fork acme/nixpkgs",
        evidence: [{ path: "flake.nix", line: 1 }],
      },
    ]);
    expect(outcomes(nixpkgsUpstream, flakeOf("git+ssh://git@github.com/acme/nixpkgs"))["./pkgs"]).toBe("fail");
    expect(outcomes(nixpkgsUpstream, flakeOf("https://flakehub.com/f/acme/nixpkgs/0.1"))["./pkgs"]).toBe("fail");
    expect(outcomes(nixpkgsUpstream, flakeOf("github:cachix/devenv-nixpkgs/rolling"))["./pkgs"]).toBe("fail");
  });

  it.each([
    "gitlab:nixos/nixpkgs",
    "git+https://git.acme.example/mirror/nixpkgs",
    "github:NixOS/nixpkgs?host=git.acme.example",
  ])("is unknown for %s, which may be a mirror", (url) =>
    expect(outcomes(nixpkgsUpstream, flakeOf(url))).toEqual({ "./pkgs": "unknown" }),
  );

  it("asks the lock where a bare name of the registry points", () => {
    const flake = "{ outputs = { self, nixpkgs }: { }; }";
    const lock = lockText({ nixpkgs: "n" }, { n: githubNode("acme", "nixpkgs", daysAgo(1)) });

    expect(outcomes(nixpkgsUpstream, { "flake.nix": flake, "flake.lock": lock })).toEqual({ "./nixpkgs": "fail" });
    expect(outcomes(nixpkgsUpstream, { "flake.nix": flake })).toEqual({ "./nixpkgs": "unknown" });
  });

  it("takes the owners from the policy", () => {
    const context = contextOf(flakeOf("github:acme/nixpkgs"));
    const policy = { ...context.policy, nixpkgsOwners: ["nixos", "acme"] };

    expect(nixpkgsUpstream.evaluate({ ...context, policy })[0]?.outcome).toBe("pass");
  });

  it("does not apply without a direct Nixpkgs", () => {
    expect(outcomes(nixpkgsUpstream, flakeOf("github:nix-community/nixpkgs.lib"))).toEqual({ ".": "not-applicable" });
    expect(outcomes(nixpkgsUpstream, {})).toEqual({ ".": "not-applicable" });
  });
});
