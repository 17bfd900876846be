import type { Evaluator } from "../evaluator.ts";
import { importValue } from "../file-functions.ts";
import { genAttrs, mapSystems } from "../gen-attrs.ts";
import type { Library } from "../library.ts";
import { literalStrings } from "../literal-strings.ts";
import { mapSet, possible, recursiveUpdate, setOf, updateSets } from "../set-operations.ts";
import {
  type Attribute,
  asSet,
  curried,
  emptySet,
  Lazy,
  listValue,
  opaque,
  stringValue,
  type Value,
} from "../value.ts";

/** flakeUtilsDefaultSystems is the default list of flake-utils. */
export const flakeUtilsDefaultSystems = ["aarch64-darwin", "aarch64-linux", "x86_64-darwin", "x86_64-linux"] as const;

/**
 * flakeUtils is numtide/flake-utils.
 *
 * Source: numtide/flake-utils, lib.nix and simpleFlake.nix.
 */
export const flakeUtils: Library = {
  name: "flake-utils",
  repositories: ["flake-utils"],
  member: (evaluator, [lib, name = "", system], input) => {
    if (lib !== "lib") return undefined;
    if (name === "system" && system !== undefined) return stringValue(system);
    return flakeUtilsFunction(evaluator, name, defaultSystems(evaluator, input));
  },
};

/** flakeUtilsFunction is a function of flake-utils' `lib`, which other libraries have as well. */
export function flakeUtilsFunction(evaluator: Evaluator, name: string, systems: Value): Value | undefined {
  switch (name) {
    case "defaultSystems":
      return systems;
    case "allSystems":
      return listValue([], false);
    case "eachDefaultSystem":
      return curried(1, (f) => eachSystem(evaluator, systems, f));
    case "eachSystem":
      return curried(2, (list, f) => eachSystem(evaluator, force(list), f));
    case "eachDefaultSystemPassThrough":
      return curried(1, (f) => passThrough(evaluator, systems, f));
    case "eachSystemPassThrough":
      return curried(2, (list, f) => passThrough(evaluator, force(list), f));
    case "eachDefaultSystemMap":
      return curried(1, (f = Lazy.of(opaque)) => genAttrs(evaluator, systems, f));
    case "eachSystemMap":
      return curried(2, (list, f = Lazy.of(opaque)) => genAttrs(evaluator, force(list), f));
    case "simpleFlake":
      return curried(1, (options) => simpleFlake(evaluator, force(options), systems));
    case "meld":
      return curried(2, (inputs = Lazy.of(opaque), files) => meld(evaluator, inputs, force(files)));
    default:
      return undefined;
  }
}

/** An input `systems` that the flake gives to flake-utils replaces the default list. */
function defaultSystems(evaluator: Evaluator, input: string): Value {
  const isReplaced = evaluator.inputs.get(input)?.overrides.some(({ name }) => name === "systems") ?? false;
  if (isReplaced) return listValue([], false);
  return listValue(flakeUtilsDefaultSystems.map((system) => Lazy.of(stringValue(system))));
}

function force(lazy: Lazy | undefined): Value {
  return lazy?.force() ?? opaque;
}

/** eachSystem turns `{ packages = …; }` for each system into `{ packages.<system> = …; }`. */
export function eachSystem(evaluator: Evaluator, systems: Value, f: Lazy = Lazy.of(opaque)): Value {
  const literal = literalStrings(systems);
  let merged: Value = emptySet;
  for (const [index, result] of mapSystems(evaluator, systems, f).entries()) {
    const set = asSet(result);
    if (!set) return opaque;
    const system = literal?.[index];
    const bySystem = mapSet(set, (_, value) => {
      if (system !== undefined) return setOf([[system, value]]);
      return { kind: "set", attributes: new Map(), fallback: () => value.force() };
    });
    merged = updateSets(evaluator, merged, bySystem, joinSystems(evaluator));
  }
  return merged;
}

function joinSystems(evaluator: Evaluator) {
  return (left: Attribute, right: Attribute) =>
    new Lazy(() => updateSets(evaluator, left.value.force(), right.value.force()));
}

function passThrough(evaluator: Evaluator, systems: Value, f: Lazy = Lazy.of(opaque)): Value {
  let merged: Value = emptySet;
  for (const result of mapSystems(evaluator, systems, f)) merged = updateSets(evaluator, merged, result);
  return merged;
}

/** What else a package set named `name` has (`checks`, `devShell`) comes from an overlay, which is not visible. */
function simpleFlake(evaluator: Evaluator, options: Value, systems: Value): Value {
  const set = asSet(options);
  if (!set) return opaque;
  const shell = set.attributes.get("shell");
  const always = setOf([["legacyPackages", Lazy.of(opaque)]]);
  const fromOverlay = possible(
    evaluator,
    setOf([
      ["defaultPackage", Lazy.of(opaque)],
      ["checks", Lazy.of(opaque)],
    ]),
  );
  const fromShell = setOf([["devShell", Lazy.of(opaque)]]);
  const own = set.attributes.get("systems")?.value.force() ?? systems;
  const literal = literalStrings(own);
  if (literal) evaluator.noteSystems(literal);
  const withShell = shell ? fromShell : possible(evaluator, fromShell);
  return updateSets(evaluator, updateSets(evaluator, always, fromOverlay), withShell);
}

function meld(evaluator: Evaluator, inputs: Lazy, files: Value): Value {
  if (files.kind !== "list") return opaque;
  let merged: Value = emptySet;
  for (const file of files.elements) {
    merged = recursiveUpdate(evaluator, merged, evaluator.call(importValue(evaluator, file.force()), inputs));
  }
  return files.isComplete ? merged : updateSets(evaluator, merged, opaque);
}
