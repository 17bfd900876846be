import type { Day } from "./instant.ts";

/** Policy is every threshold and list that the checks judge by. It is data, dated, and an organization may change it. */
export interface Policy {
  /** The day on which the lists were last looked over. */
  readonly asOf: Day;
  /** A Nixpkgs input may be this old, in whole days. */
  readonly nixpkgsAgeDaysMax: number;
  /** Any other direct input may be this old, in whole days. */
  readonly inputAgeDaysMax: number;
  /** Helper libraries as `owner/repository` in lower case. */
  readonly helperLibraries: readonly string[];
}

/** defaultPolicy is what holds for an organization that has changed nothing. */
export const defaultPolicy: Policy = {
  asOf: "2026-11-22",
  // 30: Nixpkgs branches move daily; a month is the limit of flake-checker (MAX_DAYS).
  nixpkgsAgeDaysMax: 30,
  // 90: other inputs release seldom; a quarter is long enough for any that is alive to have moved.
  inputAgeDaysMax: 90,
  // Inputs used only to shape outputs: system iteration, module frameworks, file loading. The practices name the
  // first two; the others do the same job.
  helperLibraries: [
    "numtide/flake-utils",
    "hercules-ci/flake-parts",
    "gytis-ivaskevicius/flake-utils-plus",
    "nix-systems/default",
    "nix-systems/default-linux",
    "nix-systems/default-darwin",
    "nix-systems/x86_64-linux",
    "snowfallorg/lib",
    "divnix/std",
    "divnix/digga",
    "numtide/blueprint",
    "nix-community/haumea",
    "nix-community/flakelight",
    "accelbread/flakelight",
    "srid/flake-root",
    "srid/nixos-unified",
    "vic/import-tree",
  ],
};
