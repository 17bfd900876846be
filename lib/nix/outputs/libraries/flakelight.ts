import type { Evaluator } from "../evaluator.ts";
import { resolvePath } from "../file-paths.ts";
import { folderEntries } from "../folder-entries.ts";
import type { Library } from "../library.ts";
import { literalStrings } from "../literal-strings.ts";
import { updateSets } from "../set-operations.ts";
import {
  asSet,
  curried,
  emptySet,
  Lazy,
  listValue,
  opaque,
  opaqueSet,
  type SetValue,
  stringValue,
  type Value,
} from "../value.ts";

/**
 * flakelight is nix-community/flakelight: a flake made of options, which can also be files of the folder `nix`.
 *
 * Source: nix-community/flakelight, builtinModules and API_GUIDE.md.
 */
export const flakelight: Library = {
  name: "flakelight",
  repositories: ["flakelight"],
  member: (evaluator, path) => {
    const isCall = path.length === 1 && path[0] === "__functor";
    if (!isCall && !(path[0] === "lib" && path[1] === "mkFlake")) return undefined;
    const unknown = Lazy.of(opaque);
    return curried(2, (folder = unknown, module = unknown) => outputsOf(evaluator, folder.force(), module.force()));
  },
};

/** What each option adds to the outputs. */
const optionOutputs: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["package", ["packages", "overlays", "checks"]],
  ["packages", ["packages", "overlays", "checks"]],
  ["devShell", ["devShells"]],
  ["devShells", ["devShells"]],
  ["app", ["apps"]],
  ["apps", ["apps"]],
  ["checks", ["checks"]],
  ["formatter", ["formatter", "checks"]],
  ["formatters", ["formatter", "checks"]],
  ["overlay", ["overlays"]],
  ["overlays", ["overlays"]],
  ["legacyPackages", ["legacyPackages"]],
  ["lib", ["lib"]],
  ["nixosModule", ["nixosModules"]],
  ["nixosModules", ["nixosModules"]],
  ["homeModule", ["homeModules"]],
  ["homeModules", ["homeModules"]],
  ["flakelightModule", ["flakelightModules"]],
  ["flakelightModules", ["flakelightModules"]],
  ["nixosConfigurations", ["nixosConfigurations", "checks"]],
  ["homeConfigurations", ["homeConfigurations", "checks"]],
  ["template", ["templates"]],
  ["templates", ["templates"]],
  ["bundler", ["bundlers"]],
  ["bundlers", ["bundlers"]],
  ["functor", []],
  ["editorconfig", []],
  ["inputs", []],
  ["systems", []],
  ["nixDir", []],
  ["nixDirAliases", []],
  ["nixDirPathAttrs", []],
  ["nixpkgs", []],
  ["withOverlays", []],
  ["pname", []],
  ["flakelight", []],
  ["outputs", []],
  ["perSystem", []],
  ["imports", []],
]);

// Folder names that stand for another option.
const aliases = new Map([
  ["nixos", "nixosConfigurations"],
  ["home", "homeConfigurations"],
]);

const defaultSystems = ["x86_64-linux", "aarch64-linux"];

function outputsOf(evaluator: Evaluator, source: Value, module: Value): Value {
  const given = Lazy.of({
    ...opaqueSet,
    fallback: (name: string): Value => ({ kind: "opaque", input: null, path: [name] }),
  });
  const config = asSet(module.kind === "function" ? evaluator.call(module, given) : module);
  if (!config || config.attributes.has("imports")) return opaque;
  const files = nixFolderOptions(evaluator, source, config);
  const options = new Set([...config.attributes.keys(), ...(files ?? [])]);
  const isComplete =
    files !== null && config.fallback === null && [...options].every((name) => optionOutputs.has(name));
  noteSystems(evaluator, config);

  const names = new Set<string>([...options].flatMap((name) => optionOutputs.get(name) ?? []));
  if (!turnsFormattersOff(evaluator, config)) for (const name of ["formatter", "checks"]) names.add(name);
  let outputs: Value = emptySet;
  for (const name of names) outputs = updateSets(evaluator, outputs, named(name, config));
  outputs = updateSets(evaluator, outputs, called(evaluator, config, "perSystem", given));
  outputs = updateSets(evaluator, outputs, called(evaluator, config, "outputs", given));
  return isComplete ? outputs : updateSets(evaluator, opaqueSet, outputs);
}

/** Formatters for Nix and Markdown are there by default, with a check. */
function turnsFormattersOff(evaluator: Evaluator, config: SetValue): boolean {
  const isBuiltIn = evaluator.select(
    config.attributes.get("flakelight")?.value.force() ?? emptySet,
    "builtinFormatters",
  );
  return isBuiltIn.kind === "boolean" && !isBuiltIn.value;
}

function named(name: string, config: SetValue): Value {
  const option = [...optionOutputs].find(([key, outputs]) => outputs[0] === name && config.attributes.has(key))?.[0];
  const place = option === undefined ? null : (config.attributes.get(option)?.place ?? null);
  return {
    kind: "set",
    attributes: new Map([[name, { value: Lazy.of(opaque), place, isPossible: false }]]),
    fallback: null,
  };
}

function called(evaluator: Evaluator, config: SetValue, option: string, given: Lazy): Value {
  const value = config.attributes.get(option)?.value.force() ?? emptySet;
  return value.kind === "function" ? evaluator.call(value, given) : value;
}

function noteSystems(evaluator: Evaluator, config: SetValue): void {
  const systems = config.attributes.get("systems")?.value.force();
  const literal = literalStrings(systems ?? listValue(defaultSystems.map((name) => Lazy.of(stringValue(name)))));
  if (literal) evaluator.noteSystems(literal);
}

/** The options that are files or folders of `nixDir`, by default `nix`; null when the files are not known. */
function nixFolderOptions(evaluator: Evaluator, source: Value, config: SetValue): readonly string[] | null {
  const nixDir = config.attributes.get("nixDir")?.value.force();
  if (nixDir?.kind === "scalar") return [];
  if (nixDir ? nixDir.kind !== "path" : source.kind !== "path") return null;
  const folder = nixDir?.kind === "path" ? nixDir.path : resolvePath(source.kind === "path" ? source.path : ".", "nix");
  const entries = folderEntries(evaluator, folder);
  if (entries === null) return null;
  return entries.flatMap(({ name, isFolder }) => {
    if (!isFolder && !name.endsWith(".nix")) return [];
    const option = name.replace(/\.nix$/, "");
    const known = aliases.get(option) ?? option;
    return optionOutputs.has(known) ? [known] : [];
  });
}
