import type { Severity } from "./finding.ts";
import type { FlakeRole } from "./flake.ts";
import type { Goal } from "./goal.ts";
import type { Day } from "./instant.ts";
import { defaultOwnershipSettings, type OwnershipSettings } from "./ownership.ts";

/** BranchStatus is where a Nixpkgs branch is in its life: `beta` before a release, `deprecated` once the next is out. */
export type BranchStatus = "rolling" | "beta" | "stable" | "deprecated" | "unmaintained";

/** BranchStatuses is a dated list; a verdict that rests on it says "as of DATE". */
export interface BranchStatuses {
  readonly asOf: Day;
  readonly source: string;
  readonly statuses: Readonly<Record<string, BranchStatus>>;
}

/** Policy is every threshold and list that the checks judge by. It is data, dated, and an organization may change it. */
export interface Policy {
  /** The day on which the lists were last looked over. */
  readonly asOf: Day;
  /** A Nixpkgs input may be this old, in whole days. */
  readonly nixpkgsAgeDaysMax: number;
  /** Any other direct input may be this old, in whole days. */
  readonly inputAgeDaysMax: number;
  /** History is rebuilt this far back, in months. */
  readonly historyMonths: number;
  readonly branchStatuses: BranchStatuses;
  /** Owners of a Nixpkgs that counts as upstream, in lower case: of a forge, or of FlakeHub. */
  readonly nixpkgsOwners: readonly string[];
  /** Helper libraries as `owner/repository` in lower case. */
  readonly helperLibraries: readonly string[];
  /** Those of them that nobody maintains any more. */
  readonly unmaintainedHelpers: readonly string[];
  /** Hosts of caches that anybody may read, in lower case. */
  readonly publicCaches: readonly string[];
  /** Hosts of caches that the organization holds for private or trusts as such, in lower case. */
  readonly approvedCaches: readonly string[];
  /** Patterns of repository names that do not count: `*-archive`. */
  readonly excludedRepositories: readonly string[];
  /** Why, by the pattern; a pattern that was written in the settings may have none. */
  readonly exclusionReasons: Readonly<Record<string, string>>;
  /** The role of flakes by the pattern of their folder; the first that fits counts, before the role that its path tells. */
  readonly rolesByPath: readonly { readonly pattern: string; readonly role: FlakeRole }[];
  /** How owners are found beside what repositories say themselves. */
  readonly ownership: OwnershipSettings;
  /** Checks that speak louder or softer here, by id. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Checks that are not asked here, by id. */
  readonly checksOff: readonly string[];
  /** What the organization has set itself and its teams to reach, at most one for each metric and team. */
  readonly goals: readonly Goal[];
}

/** defaultPolicy is what holds for an organization that has changed nothing. */
export const defaultPolicy: Policy = {
  asOf: "2026-11-26",
  // 30: Nixpkgs branches move daily; a month is the limit of flake-checker (MAX_DAYS).
  nixpkgsAgeDaysMax: 30,
  // 90: other inputs release seldom; a quarter is long enough for any that is alive to have moved.
  inputAgeDaysMax: 90,
  historyMonths: 18,
  branchStatuses: {
    asOf: "2026-08-19",
    source: "NixOS/infra, channels.nix",
    statuses: {
      "nixos-unstable": "rolling",
      "nixos-unstable-small": "rolling",
      "nixpkgs-unstable": "rolling",
      "nixos-26.05": "stable",
      "nixos-26.05-small": "stable",
      "nixpkgs-26.05-darwin": "stable",
      "nixos-25.11": "unmaintained",
      "nixos-25.11-small": "unmaintained",
      "nixpkgs-25.11-darwin": "unmaintained",
      "nixos-25.05": "unmaintained",
      "nixos-25.05-small": "unmaintained",
      "nixpkgs-25.05-darwin": "unmaintained",
    },
  },
  // FlakeHub publishes Nixpkgs under both.
  nixpkgsOwners: ["nixos", "determinatesystems"],
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
  // Their own READMEs say so, as of 2026-08.
  unmaintainedHelpers: ["snowfallorg/lib", "divnix/digga"],
  publicCaches: [
    "cache.nixos.org",
    "nix-community.cachix.org",
    "cuda-maintainers.cachix.org",
    "devenv.cachix.org",
    "cachix.cachix.org",
    "cache.numtide.com",
    "numtide.cachix.org",
    "cache.iog.io",
    "hydra.iohk.io",
    "hyprland.cachix.org",
    "cache.lix.systems",
  ],
  approvedCaches: [],
  excludedRepositories: [],
  exclusionReasons: {},
  rolesByPath: [],
  ownership: defaultOwnershipSettings,
  severities: {},
  checksOff: [],
  goals: [],
};

/** PolicyOverrides is what an organization has changed; everything else is as in `defaultPolicy`. */
export type PolicyOverrides = Partial<Omit<Policy, "asOf">>;

/** policyWith is the policy of an organization that has changed these parts. */
export function policyWith(overrides: PolicyOverrides): Policy {
  return { ...defaultPolicy, ...overrides };
}
