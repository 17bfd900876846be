import { mapList } from "./builtin-functions.ts";
import type { Evaluator } from "./evaluator.ts";
import { literalStrings } from "./literal-strings.ts";
import { setOf } from "./set-operations.ts";
import { Lazy, opaque, type Value } from "./value.ts";

/** genAttrs is `genAttrs names f`; over names that are not visible, any name could be there. */
export function genAttrs(evaluator: Evaluator, names: Value, f: Lazy): Value {
  const literal = literalStrings(names);
  const of = (name: Lazy) => new Lazy(() => evaluator.call(f.force(), name));
  if (literal === null) {
    return {
      kind: "set",
      attributes: new Map(),
      fallback: (name) => of(Lazy.of({ kind: "string", value: name })).force(),
    };
  }
  evaluator.noteSystems(literal);
  return setOf(literal.map((name) => [name, of(Lazy.of({ kind: "string", value: name }))] as const));
}

/** mapSystems is the list of results of `f` for each system, as the per-system helpers make them. */
export function mapSystems(evaluator: Evaluator, systems: Value, f: Lazy): readonly Value[] {
  const literal = literalStrings(systems);
  if (literal === null) return [evaluator.call(f.force(), Lazy.of(opaque))];
  evaluator.noteSystems(literal);
  const results = mapList(systems, (system) => evaluator.call(f.force(), system));
  return results.elements.map((result) => result.force());
}
