import type { Evaluator } from "../evaluator.ts";
import { inputRepository } from "../input-repository.ts";
import type { Library } from "../library.ts";
import { literalStrings } from "../literal-strings.ts";
import { recursiveUpdate, setOf, updateSets } from "../set-operations.ts";
import {
  type Attribute,
  asSet,
  curried,
  emptySet,
  Lazy,
  opaque,
  opaqueSet,
  type SetValue,
  type Value,
} from "../value.ts";
import { mkPerSystemOption, moduleArguments, perSystemArguments } from "./flake-parts-arguments.ts";
import { flakeModule, flakeModuleOptions, type ModuleOption, plainModules } from "./flake-parts-modules.ts";

/**
 * flakeParts is hercules-ci/flake-parts: a flake made of modules. An output counts when a module defines something for it;
 * those that flake-parts adds to every flake, empty, do not.
 *
 * Source: hercules-ci/flake-parts, lib.nix, modules and extras.
 */
export const flakeParts: Library = {
  name: "flake-parts",
  repositories: ["flake-parts"],
  member: (evaluator, [lib, name]) => {
    if (lib === "lib" && name === "mkPerSystemOption") return mkPerSystemOption;
    if (lib !== "lib" || (name !== "mkFlake" && name !== "evalFlakeModule")) return undefined;
    return curried(2, (options = unknown, module = unknown) => {
      const outputs = mkFlake(evaluator, options.force(), module.force());
      if (name === "mkFlake") return outputs;
      return setOf([["config", Lazy.of(setOf([["flake", Lazy.of(outputs)]]))]]);
    });
  },
};

const unknown = Lazy.of(opaque);

/** mkFlake gives the outputs that a module makes, with all modules that it imports. */
export function mkFlake(evaluator: Evaluator, options: Value, module: Value): Value {
  const flake = new ModuleFlake(evaluator, options);
  flake.addModule(module);
  return flake.outputs();
}

// Attributes of a module that say how it is to be read and not what the flake is.
const moduleAttributes = new Set([
  "imports",
  "config",
  "options",
  "_file",
  "_class",
  "key",
  "disabledModules",
  "_module",
]);
// What perSystem divides by system by itself.
const transposed = ["packages", "devShells", "checks", "apps", "legacyPackages", "formatter"];
// Modules can import each other's modules; past this the flake counts as not wholly visible.
const modulesMax = 500;

/** ModuleFlake gathers what the modules of one flake define. */
class ModuleFlake {
  readonly #evaluator: Evaluator;
  readonly #arguments: Lazy;
  readonly #inputs: Lazy;
  readonly #seen = new Set<Value | string>();
  readonly #perSystem: Value[] = [];
  readonly #transposed = new Set(transposed);
  readonly #declaredOptions = new Set<string>();
  readonly #options: [string, Attribute][] = [];
  readonly #perSystemOptions: string[] = [];
  #systems: Value = opaque;
  #outputs: Value = emptySet;
  #isComplete = true;

  constructor(evaluator: Evaluator, options: Value) {
    this.#evaluator = evaluator;
    this.#inputs = new Lazy(() => evaluator.select(options, "inputs"));
    this.#arguments = Lazy.of(
      updateSets(evaluator, evaluator.select(options, "specialArgs"), moduleArguments(evaluator, this.#inputs)),
    );
  }

  outputs(): Value {
    for (const perSystem of this.#perSystem) this.#addPerSystem(perSystem);
    for (const [name, attribute] of this.#options) this.#addOption(name, attribute);
    const isKnown = (name: string) => this.#declaredOptions.has("perSystem") || flakeModuleOptions.has(name);
    if (!this.#perSystemOptions.every(isKnown)) this.#isComplete = false;
    return this.#isComplete ? this.#outputs : updateSets(this.#evaluator, opaqueSet, this.#outputs);
  }

  addModule(module: Value): void {
    if (this.#seen.size >= modulesMax || !this.#evaluator.spend(1)) this.#isComplete = false;
    else if (module.kind === "path") this.#addFile(module.path);
    else if (!this.#seen.has(module)) {
      this.#seen.add(module);
      this.#addValue(module);
    }
  }

  #addFile(path: string): void {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    this.#addValue(this.#evaluator.importFile(path));
  }

  #addValue(module: Value): void {
    const called = module.kind === "function" ? this.#evaluator.call(module, this.#arguments) : module;
    // The module system also calls what has a __functor.
    const value =
      called.kind === "set" && called.attributes.has("__functor")
        ? this.#evaluator.call(called, this.#arguments)
        : called;
    if (value.kind === "set") this.#addSet(value);
    else if (value.kind === "opaque") this.#addExternal(value.input, value.path);
    else if (value.kind !== "never") this.#isComplete = false;
  }

  #addSet(module: SetValue): void {
    if (module.fallback) this.#isComplete = false;
    this.#addImports(module.attributes.get("imports"));
    const options = module.attributes.get("options")?.value.force();
    if (options?.kind === "set") this.#addOptions(options);
    const config = module.attributes.get("config");
    if (config) this.#addConfig(config.value.force());
    else if (!options) this.#addConfig(module);
  }

  #addOptions({ attributes }: SetValue): void {
    for (const name of attributes.keys()) this.#declaredOptions.add(name);
    const perSystem = attributes.get("perSystem")?.value.force();
    if (perSystem !== undefined && ["function", "set", "path"].includes(perSystem.kind))
      this.#perSystem.push(perSystem);
  }

  #addImports(imports: Attribute | undefined): void {
    if (!imports) return;
    this.#evaluator.noteFlakePartsOption("imports");
    const list = imports.value.force();
    if (list.kind !== "list" || !list.isComplete) this.#isComplete = false;
    for (const element of list.kind === "list" ? list.elements : []) this.addModule(element.force());
  }

  /** A module of an input: what it is known to add, or something that is not visible. */
  #addExternal(inputName: string | null, path: readonly string[]): void {
    const input = inputName === null ? undefined : this.#evaluator.inputs.get(inputName);
    const repository = input ? inputRepository(input) : "";
    const added = flakeModule(this.#evaluator, repository, path.at(-1) ?? "");
    if (!plainModules.has(repository)) this.#evaluator.noteInputsHandedOn();
    if (!added) this.#isComplete = false;
    for (const name of added ?? []) this.#define(name, opaque);
  }

  #addConfig(config: Value): void {
    const set = asSet(config);
    if (!set || set.fallback) this.#isComplete = false;
    for (const [name, attribute] of set?.attributes ?? []) {
      if (!moduleAttributes.has(name)) this.#addDefinition(name, attribute);
    }
  }

  #addDefinition(name: string, attribute: Attribute): void {
    this.#evaluator.noteFlakePartsOption(name);
    const value = attribute.value.force();
    switch (name) {
      case "flake":
        this.#addFlake(value.kind === "function" ? this.#evaluator.call(value, this.#arguments) : value);
        return;
      case "perSystem":
        this.#perSystem.push(value);
        return;
      case "systems":
        this.#addSystems(value);
        return;
      case "transposition":
        for (const transposition of asSet(value)?.attributes.keys() ?? []) this.#transposed.add(transposition);
        return;
      case "partitionedAttrs":
        this.#addOutputs(value);
        return;
      case "debug":
        if (value.kind === "boolean" && value.value) this.#defineAll(["debug", "allSystems"]);
        return;
      default:
        this.#options.push([name, attribute]);
    }
  }

  #addSystems(value: Value): void {
    this.#systems = value;
    const literal = literalStrings(value);
    if (literal) this.#evaluator.noteSystems(literal);
  }

  /** An option that flake-parts does not have: a module of the flake's own, a known module, or something not visible. */
  #addOption(name: string, attribute: Attribute): void {
    const added = flakeModuleOptions.get(name);
    if (added) this.#defineOption(added, attribute);
    else if (name !== "partitions" && !this.#declaredOptions.has(name)) this.#isComplete = false;
  }

  #addPerSystem(perSystem: Value): void {
    const systems = literalStrings(this.#systems)?.slice(0, systemsMax) ?? [null];
    let united: Value = emptySet;
    for (const system of systems) {
      const given = Lazy.of(perSystemArguments(this.#inputs, system));
      const set = perSystem.kind === "function" ? this.#evaluator.call(perSystem, given) : perSystem;
      united = updateSets(this.#evaluator, united, this.#perSystemConfig(set, given));
    }
    const set = asSet(united);
    if (!set || set.fallback) this.#isComplete = false;
    for (const [name, attribute] of set?.attributes ?? []) this.#addPerSystemDefinition(name, attribute);
  }

  /** The definitions of one perSystem module and of those that it imports. */
  #perSystemConfig(module: Value, given: Lazy): Value {
    return this.#evaluator.nested(() => {
      const called = module.kind === "path" ? this.#evaluator.importFile(module.path) : module;
      const value = called.kind === "function" ? this.#evaluator.call(called, given) : called;
      const set = asSet(value);
      if (!set) return opaque;
      let config = set.attributes.get("config")?.value.force() ?? withoutModuleAttributes(set);
      const imports = set.attributes.get("imports")?.value.force();
      if (imports && (imports.kind !== "list" || !imports.isComplete)) this.#isComplete = false;
      for (const imported of imports?.kind === "list" ? imports.elements : []) {
        config = recursiveUpdate(this.#evaluator, this.#perSystemConfig(imported.force(), given), config);
      }
      return config;
    });
  }

  #addPerSystemDefinition(name: string, attribute: Attribute): void {
    if (moduleAttributes.has(name)) return;
    const added = flakeModuleOptions.get(name);
    if (this.#transposed.has(name)) {
      const bySystem: SetValue = { kind: "set", attributes: new Map(), fallback: () => attribute.value.force() };
      this.#defineAttribute(name, { ...attribute, value: Lazy.of(bySystem) });
    } else if (added) {
      this.#evaluator.noteFlakePartsOption(name);
      this.#defineOption(added, attribute);
    } else this.#perSystemOptions.push(name);
  }

  /** The value of `flake` is a module too: it may keep its definitions under `config`. */
  #addFlake(flake: Value): void {
    const set = asSet(flake);
    const isModule = set !== null && (set.attributes.has("config") || set.attributes.has("options"));
    if (!isModule) this.#addOutputs(flake);
    else this.#addOutputs(set.attributes.get("config")?.value.force() ?? emptySet);
  }

  #addOutputs(outputs: Value): void {
    this.#outputs = recursiveUpdate(this.#evaluator, this.#outputs, outputs);
  }

  #define(name: string, value: Value): void {
    this.#addOutputs(setOf([[name, Lazy.of(value)]]));
  }

  #defineAll(names: readonly string[]): void {
    for (const name of names) this.#define(name, opaque);
  }

  #defineOption({ outputs, possible }: ModuleOption, { place, isPossible }: Attribute): void {
    for (const name of outputs) this.#defineAttribute(name, { value: unknown, place, isPossible });
    for (const name of possible) this.#defineAttribute(name, { value: unknown, place, isPossible: true });
  }

  #defineAttribute(name: string, attribute: Attribute): void {
    const set: SetValue = { kind: "set", attributes: new Map([[name, attribute]]), fallback: null };
    this.#addOutputs(set);
  }
}

// With more systems than Nixpkgs builds for, one stands for all.
const systemsMax = 12;

function withoutModuleAttributes(set: SetValue): SetValue {
  return { ...set, attributes: new Map([...set.attributes].filter(([name]) => !moduleAttributes.has(name))) };
}
