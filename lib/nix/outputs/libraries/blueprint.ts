import type { Evaluator } from "../evaluator.ts";
import { resolvePath } from "../file-paths.ts";
import { folderEntries } from "../folder-entries.ts";
import type { Library } from "../library.ts";
import { literalStrings } from "../literal-strings.ts";
import { setOf } from "../set-operations.ts";
import { asSet, functionValue, Lazy, opaque, opaqueSet, type SetValue, type Value } from "../value.ts";

/**
 * blueprint is numtide/blueprint: outputs by the names of folders and files.
 *
 * Source: numtide/blueprint, lib/default.nix and docs/content/getting-started/folder_structure.md.
 */
export const blueprint: Library = {
  name: "blueprint",
  repositories: ["blueprint"],
  member: (evaluator, path) => {
    const isCall = path.at(-1) === "__functor" && path.length === 1;
    if (!isCall && !(path[0] === "lib" && path[1] === "mkBlueprint")) return undefined;
    return functionValue((options) => blueprintOutputs(evaluator, options.force()));
  },
};

const hostFiles: readonly (readonly [file: string, output: string])[] = [
  ["configuration.nix", "nixosConfigurations"],
  ["rpi-configuration.nix", "nixosConfigurations"],
  ["darwin-configuration.nix", "darwinConfigurations"],
  ["system-configuration.nix", "systemConfigs"],
];

const moduleOutputs = new Map([
  ["nixos", "nixosModules"],
  ["darwin", "darwinModules"],
  ["home", "homeModules"],
]);

function blueprintOutputs(evaluator: Evaluator, options: Value): Value {
  const systems = literalStrings(evaluator.select(options, "systems"));
  if (systems) evaluator.noteSystems(systems);
  const root = rootFolder(evaluator, asSet(options));
  const names = root === null ? null : folderOutputs(evaluator, root);
  if (names === null) return opaqueSet;
  const outputs = setOf([...names].map((name) => [name, Lazy.of(opaque)] as const));
  // A `default.nix` of a host says itself which kind of system it makes.
  return names.has("nixosConfigurations?") ? opaqueSet : outputs;
}

/** The folder is `prefix`, or that of the flake; null when it is not visible. */
function rootFolder(evaluator: Evaluator, options: SetValue | null): string | null {
  const prefix = options?.attributes.get("prefix")?.value.force();
  if (prefix?.kind === "path") return prefix.path;
  if (prefix?.kind === "string") return resolvePath(evaluator.directory, prefix.value);
  return options && !options.fallback && (!prefix || prefix.kind === "scalar") ? evaluator.directory : null;
}

function folderOutputs(evaluator: Evaluator, root: string): Set<string> | null {
  const entries = folderEntries(evaluator, root);
  if (entries === null) return null;
  const names = new Set(["formatter"]);
  const has = (name: string) => entries.some((entry) => entry.name === name);
  if (has("packages") || has("package.nix") || has("formatter.nix")) names.add("packages");
  if (has("devshells") || has("devshell.nix") || has("devshell.toml")) names.add("devShells");
  if (has("lib")) names.add("lib");
  if (has("templates")) names.add("templates");
  for (const host of folderEntries(evaluator, resolvePath(root, "hosts")) ?? []) addHost(host.files, names);
  for (const { name, isFolder } of folderEntries(evaluator, resolvePath(root, "modules")) ?? []) {
    const output = moduleOutputs.get(name);
    if (isFolder) names.add("modules");
    if (isFolder && output) names.add(output);
  }
  // Every package, shell and system is checked as well.
  const isChecked = ["packages", "devShells", "nixosConfigurations", "darwinConfigurations", "systemConfigs"];
  if (has("checks") || isChecked.some((name) => names.has(name))) names.add("checks");
  return names;
}

function addHost(files: readonly string[], names: Set<string>): void {
  if (files.includes("default.nix")) names.add("nixosConfigurations?");
  else for (const [file, output] of hostFiles) if (files.includes(file)) names.add(output);
  if (files.some((file) => file.startsWith("users/"))) names.add("legacyPackages");
}
