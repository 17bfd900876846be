import type { Evaluator } from "../evaluator.ts";
import { resolvePath } from "../file-paths.ts";

/**
 * flakeModule is what a module for flake-parts adds to the outputs when it is imported and nothing more is said; an empty list when
 * it only adds options, null when the module is not known.
 *
 * @param repository is the name of the repository that the module comes from, lower case.
 * Source: the `flake-module.nix` of each repository.
 */
export function flakeModule(evaluator: Evaluator, repository: string, name: string): readonly string[] | null {
  if (repository === "flake-parts") return ownModules.get(name) ?? null;
  if (repository === "nixos-unified" && name === "autoWire") return unifiedFolders(evaluator);
  return modules.get(`${repository} ${name}`) ?? modules.get(repository) ?? null;
}

const modules: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["treefmt-nix", ["checks", "formatter"]],
  ["git-hooks.nix", ["checks"]],
  ["pre-commit-hooks.nix", ["checks"]],
  ["git-hooks", ["checks"]],
  ["devshell", []],
  ["devenv", []],
  ["haskell-flake", ["haskellFlakeProjectModules"]],
  ["process-compose-flake", []],
  ["hercules-ci-effects", ["herculesCI"]],
  ["nixos-unified", ["nixos-unified", "packages"]],
  ["flake-root", []],
  ["mission-control", []],
  ["just-flake", []],
  ["home-manager", []],
  ["make-shell", []],
  ["make-shells", []],
]);

/** plainModules is the repositories whose modules use no input but what they are given by name. */
export const plainModules: ReadonlySet<string> = new Set([
  "flake-parts",
  "treefmt-nix",
  "git-hooks.nix",
  "pre-commit-hooks.nix",
  "git-hooks",
  "devshell",
  "haskell-flake",
  "process-compose-flake",
  "flake-root",
  "mission-control",
  "just-flake",
]);

// nixos-unified makes an output of each of these folders that has a `.nix` file or a folder with a `default.nix`.
const unifiedFolderOutputs = [
  ["configurations/darwin", "darwinConfigurations"],
  ["configurations/nixos", "nixosConfigurations"],
  ["configurations/home", "legacyPackages"],
  ["modules/darwin", "darwinModules"],
  ["modules/nixos", "nixosModules"],
  ["modules/home", "homeModules"],
  ["overlays", "overlays"],
] as const;

function unifiedFolders(evaluator: Evaluator): readonly string[] | null {
  const names: string[] = [];
  for (const [folder, output] of unifiedFolderOutputs) {
    const files = evaluator.filesBelow(resolvePath(evaluator.directory, folder));
    if (files === null) return null;
    if (files.some((file) => /^[^/]+\.nix$|^[^/]+\/default\.nix$/.test(file))) names.push(output);
  }
  return names;
}

/** ownModules is the same for the extra modules of flake-parts itself, by name. */
const ownModules: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["easyOverlay", ["overlays"]],
  ["flakeModules", []],
  ["modules", []],
  ["partitions", []],
  ["bundlers", []],
  ["touchup", []],
]);

/** ModuleOption is what setting an option of a module adds: outputs that are there then, and outputs that may be. */
export interface ModuleOption {
  readonly outputs: readonly string[];
  readonly possible: readonly string[];
}

function adds(outputs: readonly string[], possible: readonly string[] = []): ModuleOption {
  return { outputs, possible };
}

/** flakeModuleOptions is every option of the known modules, at the top or in `perSystem`. */
export const flakeModuleOptions: ReadonlyMap<string, ModuleOption> = new Map([
  ["treefmt", adds([])],
  ["pre-commit", adds([])],
  ["devshells", adds(["devShells"])],
  ["devenv", adds(["devShells", "packages"])],
  ["haskellProjects", adds(["devShells", "packages"], ["apps", "checks"])],
  ["process-compose", adds(["packages"], ["checks"])],
  ["hercules-ci", adds([])],
  ["herculesCI", adds([])],
  ["nixos-unified", adds([])],
  ["flake-root", adds([])],
  ["mission-control", adds([])],
  ["just-flake", adds([])],
  ["make-shells", adds(["devShells"])],
  ["overlayAttrs", adds(["overlays"])],
  ["bundlers", adds(["bundlers"])],
  ["touchup", adds([])],
]);
