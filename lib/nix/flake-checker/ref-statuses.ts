/** RefStatus is where a Nixpkgs branch is in its life: `beta` before a release, `deprecated` once the next is out. */
export type RefStatus = "rolling" | "beta" | "stable" | "deprecated" | "unmaintained";

/**
 * RefStatusTable is a dated list of Nixpkgs channel branches. Data, to be replaced when a release comes out (May and
 * November): a verdict must always say which table, of which day, it was given by.
 * `asOf` is the ISO day at which the list was true; `source` says where it was read.
 */
export interface RefStatusTable {
  readonly asOf: string;
  readonly source: string;
  readonly statuses: Readonly<Record<string, RefStatus>>;
}

/**
 * flakeCheckerRefStatuses is the table that flake-checker 0.2.11 has compiled in.
 * Use it to say what flake-checker says; it does not know the releases that came after it.
 */
export const flakeCheckerRefStatuses: RefStatusTable = {
  asOf: "2026-03-27",
  source: "DeterminateSystems/flake-checker b66c784, ref-statuses.json",
  statuses: {
    "nixos-25.05": "unmaintained",
    "nixos-25.05-small": "unmaintained",
    "nixos-25.11": "stable",
    "nixos-25.11-small": "stable",
    "nixos-unstable": "rolling",
    "nixos-unstable-small": "rolling",
    "nixpkgs-25.05-darwin": "unmaintained",
    "nixpkgs-25.11-darwin": "stable",
    "nixpkgs-unstable": "rolling",
  },
};

/**
 * channelRefStatuses is a later table, from the project that makes the channels: for a verdict of our own, and to
 * explain where flake-checker's list has grown stale. Branches that are off this list are unmaintained.
 */
export const channelRefStatuses: RefStatusTable = {
  asOf: "2026-08-19",
  source: "NixOS/infra, channels.nix",
  statuses: {
    "nixos-25.11": "unmaintained",
    "nixos-25.11-small": "unmaintained",
    "nixos-26.05": "stable",
    "nixos-26.05-small": "stable",
    "nixos-unstable": "rolling",
    "nixos-unstable-small": "rolling",
    "nixpkgs-25.11-darwin": "unmaintained",
    "nixpkgs-26.05-darwin": "stable",
    "nixpkgs-unstable": "rolling",
  },
};

const supported: ReadonlySet<RefStatus> = new Set<RefStatus>(["rolling", "stable", "deprecated"]);

/** supportedRefs are the branches that flake-checker allows: rolling, stable and deprecated ones; not beta. */
export function supportedRefs(table: RefStatusTable): ReadonlySet<string> {
  return new Set(Object.entries(table.statuses).flatMap(([ref, status]) => (supported.has(status) ? [ref] : [])));
}
