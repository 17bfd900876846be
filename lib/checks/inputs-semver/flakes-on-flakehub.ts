import type { Day } from "#lib/model/instant.ts";

/** FlakeOnFlakeHub is a repository on GitHub that publishes releases on FlakeHub. */
export interface FlakeOnFlakeHub {
  /** `organization/flake`, as FlakeHub writes it. */
  readonly name: string;
  /** The range of its present releases. */
  readonly range: string;
  /** Whether each release branch (`nixos-YY.MM`, `release-YY.MM`) has versions of its own, 0.YYMM. */
  readonly hasReleases: boolean;
}

/** flakesOnFlakeHubAsOf is the day on which each of the list was last seen to be taken from there. */
export const flakesOnFlakeHubAsOf: Day = "2026-11-26";

/**
 * flakesOnFlakeHub are upstreams that are known to publish there, by `owner/repository` on GitHub in lower case. Each
 * was seen in flake.nix or flake.lock of public repositories with this range.
 */
export const flakesOnFlakeHub: ReadonlyMap<string, FlakeOnFlakeHub> = new Map([
  ["nixos/nixpkgs", { name: "NixOS/nixpkgs", range: "0.1", hasReleases: true }],
  ["nix-community/home-manager", { name: "nix-community/home-manager", range: "0.1", hasReleases: true }],
  ["nix-community/fenix", { name: "nix-community/fenix", range: "0.1", hasReleases: false }],
  ["ipetkov/crane", { name: "ipetkov/crane", range: "0", hasReleases: false }],
  ["hercules-ci/flake-parts", { name: "hercules-ci/flake-parts", range: "0.1", hasReleases: false }],
  ["numtide/flake-utils", { name: "numtide/flake-utils", range: "0.1", hasReleases: false }],
  ["numtide/treefmt-nix", { name: "numtide/treefmt-nix", range: "0.1", hasReleases: false }],
  ["cachix/git-hooks.nix", { name: "cachix/git-hooks.nix", range: "0.1", hasReleases: false }],
  ["oxalica/rust-overlay", { name: "oxalica/rust-overlay", range: "0", hasReleases: false }],
  ["mic92/sops-nix", { name: "Mic92/sops-nix", range: "0.1", hasReleases: false }],
  ["edolstra/flake-compat", { name: "edolstra/flake-compat", range: "1", hasReleases: false }],
  ["determinatesystems/flake-schemas", { name: "DeterminateSystems/flake-schemas", range: "0", hasReleases: false }],
]);
