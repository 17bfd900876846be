import type { Evaluator } from "../evaluator.ts";
import type { Library } from "../library.ts";
import { recursiveUpdate, setOf, updateSets } from "../set-operations.ts";
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
import { eachSystem, flakeUtilsDefaultSystems, flakeUtilsFunction } from "./flake-utils.ts";

/**
 * flakeUtilsPlus is gytis-ivaskevicius/flake-utils-plus: flake-utils with `mkFlake` on top, which makes outputs of hosts and of
 * `outputsBuilder`, and passes everything that it does not know through.
 *
 * Source: gytis-ivaskevicius/flake-utils-plus, lib/mkFlake.nix.
 */
export const flakeUtilsPlus: Library = {
  name: "flake-utils-plus",
  repositories: ["flake-utils-plus"],
  member: (evaluator, [lib, name = "", system]) => {
    if (lib !== "lib") return undefined;
    if (name === "system" && system !== undefined) return stringValue(system);
    if (name === "mkFlake") {
      return curried(1, (options = Lazy.of(opaque)) => mkFlakeUtilsPlusFlake(evaluator, options.force()));
    }
    return flakeUtilsFunction(evaluator, name, defaultSystems);
  },
};

const defaultSystems = listValue(flakeUtilsDefaultSystems.map((system) => Lazy.of(stringValue(system))));

const knownOptions = [
  "defaultSystem",
  "extraArgs",
  "sharedExtraArgs",
  "inputs",
  "hosts",
  "hostDefaults",
  "nixosProfiles",
  "channels",
  "channelsConfig",
  "self",
  "sharedOverlays",
  "supportedSystems",
  "outputsBuilder",
];

/** mkFlakeUtilsPlusFlake gives the outputs of `mkFlake options`; `pkgs`, the package sets, is always one of them. */
export function mkFlakeUtilsPlusFlake(evaluator: Evaluator, options: Value): Value {
  const set = asSet(options);
  if (!set) return opaque;
  const others = new Map([...set.attributes].filter(([name]) => !knownOptions.includes(name)));
  const option = (name: string): Value | undefined => set.attributes.get(name)?.value.force();
  const builder = option("outputsBuilder");
  const bySystem = builder ? new Lazy(() => evaluator.call(builder, Lazy.of(opaque))) : Lazy.of(emptySet);
  const systems = option("supportedSystems") ?? defaultSystems;
  const systemOutputs = eachSystem(evaluator, systems, Lazy.of({ kind: "function", call: () => bySystem.force() }));
  const hosts = hostOutputs(evaluator, option("hosts") ?? emptySet, option("hostDefaults") ?? emptySet);
  const own: Value = { kind: "set", attributes: others, fallback: set.fallback };
  const packages = setOf([["pkgs", Lazy.of(opaque)]]);
  return [systemOutputs, packages, hosts].reduce((all, part) => recursiveUpdate(evaluator, all, part), own);
}

/** Each host is a system under its `output`, by default `nixosConfigurations`. */
function hostOutputs(evaluator: Evaluator, hosts: Value, defaults: Value): Value {
  const set = asSet(hosts);
  if (!set || set.fallback) return opaque;
  let outputs: Value = emptySet;
  for (const [name, host] of set.attributes) {
    const output = outputOf(host.value.force()) ?? outputOf(defaults) ?? stringValue("nixosConfigurations");
    if (output.kind !== "string") return opaque;
    const configuration: Attribute = { ...host, value: Lazy.of(opaque) };
    const configurations: Value = { kind: "set", attributes: new Map([[name, configuration]]), fallback: null };
    const attribute: Attribute = { ...host, value: Lazy.of(configurations) };
    const part: Value = { kind: "set", attributes: new Map([[output.value, attribute]]), fallback: null };
    outputs = updateSets(evaluator, outputs, part);
  }
  return outputs;
}

function outputOf(host: Value): Value | undefined {
  return host.kind === "set" ? host.attributes.get("output")?.value.force() : undefined;
}
