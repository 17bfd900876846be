import { type FlakeInput, flakehub, follows, github } from "./flake-input.ts";

interface Options {
  readonly as?: string;
  readonly follows?: Readonly<Record<string, string>>;
}

/** A flake that others depend on pins its own inputs some weeks before it is released itself. */
const pinnedEarlierDays = 21;

/** nixpkgs is a branch of Nixpkgs on GitHub. */
export function nixpkgs(branch: string, ageDays: number, as = "nixpkgs"): FlakeInput {
  return github(`NixOS/nixpkgs/${branch}`, ageDays, { as });
}

/** nixpkgsOnFlakeHub is Nixpkgs by version range; `0.1` is unstable, `0.2605` the release 26.05. */
export function nixpkgsOnFlakeHub(range: string, version: string, ageDays: number): FlakeInput {
  return flakehub(`NixOS/nixpkgs/${range}`, version, ageDays);
}

// What follows are flakes in wide use with the inputs that their own flake.nix declares.

export function systems(ageDays: number, as = "systems"): FlakeInput {
  return github("nix-systems/default", ageDays, { as });
}

export function flakeUtils(ageDays: number, options: Options = {}): FlakeInput {
  // nix-systems/default has not changed since April 2023; here it is simply old.
  return github("numtide/flake-utils", ageDays, { ...options, inputs: [systems(1300)] });
}

export function flakeParts(ageDays: number, options: Options = {}): FlakeInput {
  const inputs = [github("nix-community/nixpkgs.lib", ageDays + 2, { as: "nixpkgs-lib" })];
  return github("hercules-ci/flake-parts", ageDays, { ...options, inputs });
}

export function crane(ageDays: number): FlakeInput {
  return github("ipetkov/crane", ageDays);
}

export function rustOverlay(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("oxalica/rust-overlay", "nixpkgs-unstable", ageDays, options);
}

export function fenix(ageDays: number, options: Options = {}): FlakeInput {
  const analyzer = github("rust-lang/rust-analyzer/nightly", ageDays + 1, { as: "rust-analyzer-src", isFlake: false });
  return withNixpkgs("nix-community/fenix", "nixos-unstable", ageDays, options, [analyzer]);
}

export function treefmt(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("numtide/treefmt-nix", "nixpkgs-unstable", ageDays, options);
}

export function gitHooks(ageDays: number, options: Options = {}): FlakeInput {
  const ignore = github("hercules-ci/gitignore.nix", 640, {
    as: "gitignore",
    follows: { nixpkgs: "nixpkgs" },
    inputs: [nixpkgs("nixos-unstable", 700)],
  });
  return withNixpkgs("cachix/git-hooks.nix", "nixpkgs-unstable", ageDays, { as: "git-hooks", ...options }, [
    flakeCompat(900),
    ignore,
  ]);
}

export function flakeCompat(ageDays: number): FlakeInput {
  return github("NixOS/flake-compat", ageDays, { isFlake: false });
}

export function homeManager(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("nix-community/home-manager", "nixos-unstable", ageDays, options);
}

export function nixDarwin(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("nix-darwin/nix-darwin", "nixpkgs-unstable", ageDays, options);
}

export function agenix(ageDays: number, options: Options = {}): FlakeInput {
  const inner = { follows: { nixpkgs: "nixpkgs" } };
  return withNixpkgs("ryantm/agenix", "nixos-unstable", ageDays, options, [
    nixDarwin(ageDays + 30, { as: "darwin", ...inner }),
    homeManager(ageDays + 30, inner),
    systems(1300),
  ]);
}

export function sopsNix(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("Mic92/sops-nix", "nixpkgs-unstable", ageDays, options);
}

export function disko(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("nix-community/disko", "nixpkgs-unstable", ageDays, options);
}

export function deployRs(ageDays: number, options: Options = {}): FlakeInput {
  const inner = [flakeCompat(900), flakeUtils(740, { as: "utils" })];
  return withNixpkgs("serokell/deploy-rs", "nixpkgs-unstable", ageDays, options, inner);
}

export function vaultService(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("DeterminateSystems/nixos-vault-service", "nixos-unstable", ageDays, options);
}

export function gomod2nix(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("nix-community/gomod2nix", "nixos-unstable", ageDays, options, [flakeUtils(740)]);
}

export function uv2nix(ageDays: number, options: Options = {}): FlakeInput {
  const pyproject = withNixpkgs("pyproject-nix/pyproject.nix", "nixos-unstable", ageDays + 5, {
    as: "pyproject-nix",
    follows: { nixpkgs: "nixpkgs" },
  });
  return withNixpkgs("pyproject-nix/uv2nix", "nixos-unstable", ageDays, options, [pyproject]);
}

// The organization's own flakes, which its repositories depend on.

export function devshells(ageDays: number, options: Options = {}): FlakeInput {
  return withNixpkgs("sample/devshells", "nixos-unstable", ageDays, options);
}

/** nixModules takes its shells from devshells since 100 days. */
export function nixModules(ageDays: number, options: Options = {}): FlakeInput {
  const secrets = agenix(ageDays + 10, { follows: { nixpkgs: "nixpkgs", darwin: "" } });
  const shells = ageDays <= 100 ? [devshells(ageDays + 12, { follows: { nixpkgs: "nixpkgs" } })] : [];
  return withNixpkgs("sample/nix-modules", "nixos-26.05", ageDays, options, [secrets, ...shells]);
}

export function monitoring(ageDays: number, options: Options = {}): FlakeInput {
  const inner = [nixModules(ageDays + 2, { follows: { nixpkgs: "nixpkgs" } })];
  return withNixpkgs("sample/monitoring", "nixos-unstable", ageDays, options, inner);
}

/** releaseTool is the organization's own command, by version range from FlakeHub; its Nixpkgs follows an older input. */
export function releaseTool(range: string, ageDays: number, options: Options = {}): FlakeInput {
  const inputs = [follows("nixpkgs", "rust-overlay/nixpkgs"), rustOverlay(ageDays + 6)];
  return flakehub(`sample/release-tool/${range}`, "1.4.2", ageDays, { ...options, isTagged: true, inputs });
}

function withNixpkgs(
  address: string,
  branch: string,
  ageDays: number,
  options: Options,
  others: readonly FlakeInput[] = [],
): FlakeInput {
  return github(address, ageDays, { ...options, inputs: [...others, nixpkgs(branch, ageDays + pinnedEarlierDays)] });
}
