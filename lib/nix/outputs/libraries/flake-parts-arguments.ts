import type { Evaluator } from "../evaluator.ts";
import { setOf } from "../set-operations.ts";
import { curried, functionValue, Lazy, opaque, type SetValue, stringValue, type Value } from "../value.ts";

const unknown = Lazy.of(opaque);

/** moduleArguments is what flake-parts calls a module with. */
export function moduleArguments(evaluator: Evaluator, inputs: Lazy): Value {
  const callWithSystem = (f: Lazy) => evaluator.call(f.force(), Lazy.of(perSystemArguments(inputs, null)));
  return open(
    setOf([
      ["inputs", inputs],
      ["self", new Lazy(() => evaluator.select(inputs.force(), "self"))],
      ["lib", named("lib")],
      ["flake-parts-lib", Lazy.of(flakePartsLib)],
      ["withSystem", Lazy.of(curried(2, (_system, f = unknown) => callWithSystem(f)))],
      ["moduleWithSystem", Lazy.of(functionValue(() => opaque))],
      ["config", named("config")],
    ]),
  );
}

/** perSystemArguments is what flake-parts calls `perSystem` with; null for a system that is not visible. */
export function perSystemArguments(inputs: Lazy, system: string | null): Value {
  return open(
    setOf([
      ["system", system === null ? unknown : Lazy.of(stringValue(system))],
      ["inputs", inputs],
      ["lib", named("lib")],
      ["pkgs", named("pkgs")],
      ["config", named("config")],
    ]),
  );
}

/**
 * mkPerSystemOption declares options of `perSystem` by a module, which may define outputs as well; it stands for that module.
 * Source: hercules-ci/flake-parts, lib.nix.
 */
export const mkPerSystemOption: Value = functionValue((module) => module.force());

const flakePartsLib: SetValue = {
  ...setOf([["mkPerSystemOption", Lazy.of(mkPerSystemOption)]]),
  fallback: (name) => ({ kind: "opaque", input: null, path: ["flake-parts-lib", name] }),
};

function named(name: string): Lazy {
  return Lazy.of({ kind: "opaque", input: null, path: [name] });
}

/** A module can be given further arguments, which are not visible. */
function open(set: SetValue): SetValue {
  return { ...set, fallback: (name) => ({ kind: "opaque", input: null, path: [name] }) };
}
