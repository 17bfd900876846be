import type { Evaluator } from "../evaluator.ts";
import { resolvePath } from "../file-paths.ts";
import { folderEntries } from "../folder-entries.ts";
import type { Library } from "../library.ts";
import { setOf, updateSets } from "../set-operations.ts";
import { type Attribute, asSet, curried, functionValue, Lazy, memberOf, opaque, type Value } from "../value.ts";
import { mkFlakeUtilsPlusFlake } from "./flake-utils-plus.ts";

/**
 * snowfall is snowfallorg/lib: outputs by the names of folders, on top of flake-utils-plus.
 *
 * Source: snowfallorg/lib, snowfall-lib/flake/default.nix and the folders beside it.
 */
export const snowfall: Library = {
  name: "snowfall-lib",
  repositories: ["snowfall-lib", "snowfallorg/lib"],
  member: (evaluator, path, input) => {
    if (path.length !== 1 && path[0] !== "lib") return undefined;
    const unknown = Lazy.of(opaque);
    if (path.at(-1) === "mkFlake") {
      return curried(1, (options = unknown) => mkFlake(evaluator, options.force(), options.force()));
    }
    if (path.at(-1) !== "mkLib") return undefined;
    return curried(1, (settings = unknown) => {
      const make = functionValue((options) => mkFlake(evaluator, settings.force(), options.force()));
      const fallback = (name: string) => memberOf({ kind: "opaque", input, path: ["lib"] }, name);
      return { ...setOf([["mkFlake", Lazy.of(make)]]), fallback };
    });
  },
};

// Options of snowfall that do not go through to the outputs.
const knownOptions = [
  "systems",
  "modules",
  "overlays",
  "packages",
  "outputs-builder",
  "outputsBuilder",
  "packagesPrefix",
  "hosts",
  "homes",
  "channels-config",
  "templates",
  "checks",
  "alias",
  "snowfall",
  "src",
];

const folders: readonly (readonly [folder: string, output: string])[] = [
  ["packages", "packages"],
  ["shells", "devShells"],
  ["checks", "checks"],
  ["overlays", "overlays"],
  ["lib", "lib"],
  ["templates", "templates"],
  ["homes", "homeConfigurations"],
  ["modules/nixos", "nixosModules"],
  ["modules/darwin", "darwinModules"],
  ["modules/home", "homeModules"],
];

function mkFlake(evaluator: Evaluator, settings: Value, options: Value): Value {
  const set = asSet(options);
  if (!set) return opaque;
  const root = rootFolder(evaluator, settings);
  const fromFolders = root === null ? null : folderOutputs(evaluator, root);
  const builder = set.attributes.get("outputs-builder") ?? set.attributes.get("outputsBuilder");
  const passed = new Map<string, Attribute>([...set.attributes].filter(([name]) => !knownOptions.includes(name)));
  if (builder) passed.set("outputsBuilder", builder);
  const plus = mkFlakeUtilsPlusFlake(evaluator, { kind: "set", attributes: passed, fallback: set.fallback });
  const all = updateSets(evaluator, plus, setOf([["snowfall", Lazy.of(opaque)]]));
  if (fromFolders === null) return updateSets(evaluator, all, { ...setOf([]), fallback: () => opaque });
  return updateSets(evaluator, all, setOf(fromFolders.map((name) => [name, Lazy.of(opaque)] as const)));
}

/** The folder is `snowfall.root` or else `src`. */
function rootFolder(evaluator: Evaluator, settings: Value): string | null {
  const root = evaluator.select(evaluator.select(settings, "snowfall"), "root");
  const folder = root.kind === "path" ? root : evaluator.select(settings, "src");
  return folder.kind === "path" ? folder.path : null;
}

function folderOutputs(evaluator: Evaluator, root: string): readonly string[] | null {
  const names: string[] = [];
  for (const [folder, output] of folders) {
    const files = evaluator.filesBelow(resolvePath(root, folder));
    if (files === null) return null;
    if (files.length > 0) names.push(output);
  }
  for (const { name, isFolder } of folderEntries(evaluator, resolvePath(root, "systems")) ?? []) {
    if (isFolder) names.push(systemOutput(name));
  }
  return names;
}

/** `x86_64-linux` holds NixOS systems, `aarch64-darwin` macOS ones, `x86_64-iso` images of that format. */
function systemOutput(folder: string): string {
  const format = folder.slice(folder.indexOf("-") + 1);
  if (format === "linux") return "nixosConfigurations";
  return `${format}Configurations`;
}
