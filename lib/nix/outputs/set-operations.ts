import type { Evaluator } from "./evaluator.ts";
import { type Attribute, asSet, emptySet, functionValue, Lazy, opaque, type SetValue, type Value } from "./value.ts";

/**
 * updateSets is `left // right`. What is no set that can be seen counts as a set of which nothing is known.
 *
 * @param merge says what becomes of an attribute that both have; by default the right one stays.
 */
export function updateSets(
  evaluator: Evaluator,
  left: Value,
  right: Value,
  merge: (left: Attribute, right: Attribute, name: string) => Lazy = (_, attribute) => attribute.value,
): Value {
  if (left.kind === "never" || right.kind === "never") return { kind: "never" };
  if (left.kind === "opaque" && right.kind === "opaque") return left;
  const a = asSet(left);
  const b = asSet(right);
  if (!a || !b || !evaluator.spend(a.attributes.size + b.attributes.size)) return opaque;
  const attributes = new Map(a.attributes);
  for (const [name, attribute] of b.attributes) {
    const known = attributes.get(name);
    if (!known) attributes.set(name, attribute);
    else {
      const isPossible = known.isPossible && attribute.isPossible;
      attributes.set(name, { value: merge(known, attribute, name), place: attribute.place ?? known.place, isPossible });
    }
  }
  const fallback = joinFallbacks(evaluator, b.fallback, a.fallback);
  return { kind: "set", attributes, fallback };
}

/** recursiveUpdate is Nixpkgs' function of that name: sets in sets are merged as well. */
export function recursiveUpdate(evaluator: Evaluator, left: Value, right: Value): Value {
  return updateSets(evaluator, left, right, (a, b) =>
    lazily(evaluator, () => {
      const inner = b.value.force();
      const outer = a.value.force();
      return inner.kind === "set" && outer.kind === "set" ? recursiveUpdate(evaluator, outer, inner) : inner;
    }),
  );
}

/** unite is what can be said when a value is one of two and it is not visible which. */
export function unite(evaluator: Evaluator, one: Value, other: Value): Value {
  if (one.kind === "never") return other;
  if (other.kind === "never") return one;
  if (one.kind === "function" && other.kind === "function") {
    return functionValue((argument) =>
      evaluator.nested(() => unite(evaluator, one.call(argument), other.call(argument))),
    );
  }
  if (one.kind === "list" && other.kind === "list") {
    if (!evaluator.spend(sizeOf(one) + sizeOf(other))) return opaque;
    return { kind: "list", elements: [...one.elements, ...other.elements], isComplete: false };
  }
  if (one.kind === "opaque" && other.kind === "opaque") return opaque;
  const a = asSet(one);
  const b = asSet(other);
  if (!a || !b || !evaluator.spend(a.attributes.size + b.attributes.size)) return opaque;
  const attributes = new Map<string, Attribute>();
  for (const [name, attribute] of a.attributes) {
    const second = b.attributes.get(name);
    if (!second) attributes.set(name, { ...attribute, isPossible: true });
    else {
      const isPossible = attribute.isPossible || second.isPossible;
      const value = lazily(evaluator, () => unite(evaluator, attribute.value.force(), second.value.force()));
      attributes.set(name, { value, place: attribute.place ?? second.place, isPossible });
    }
  }
  for (const [name, attribute] of b.attributes) {
    if (!attributes.has(name)) attributes.set(name, { ...attribute, isPossible: true });
  }
  return { kind: "set", attributes, fallback: joinFallbacks(evaluator, a.fallback, b.fallback) };
}

function joinFallbacks(evaluator: Evaluator, first: SetValue["fallback"], second: SetValue["fallback"]) {
  if (!first || !second) return first ?? second;
  return (name: string) =>
    evaluator.nested(() => {
      const value = first(name);
      return value.kind === "opaque" ? second(name) : value;
    });
}

function lazily(evaluator: Evaluator, compute: () => Value): Lazy {
  return new Lazy(() => evaluator.nested(compute));
}

/** sizeOf is the number of elements or attributes that are known of a value, for what a step over all of them costs. */
export function sizeOf(value: Value): number {
  if (value.kind === "list") return value.elements.length;
  return value.kind === "set" ? value.attributes.size : 0;
}

/** charged is a function whose results cost as many steps as they have elements. */
export function charged(evaluator: Evaluator, run: (...given: readonly Lazy[]) => Value): typeof run {
  return (...given) => {
    const result = run(...given);
    return evaluator.spend(sizeOf(result)) ? result : opaque;
  };
}

/** possible is a set that may or may not be there, as `optionalAttrs condition set` gives when the condition is not visible. */
export function possible(evaluator: Evaluator, value: Value): Value {
  return unite(evaluator, emptySet, value);
}

/** mapSet makes a set of the same names with other values. */
export function mapSet(set: SetValue, map: (name: string, value: Lazy) => Value): SetValue {
  const attributes = new Map<string, Attribute>();
  for (const [name, attribute] of set.attributes) {
    attributes.set(name, { ...attribute, value: new Lazy(() => map(name, attribute.value)) });
  }
  const { fallback } = set;
  return { kind: "set", attributes, fallback: fallback && ((name) => map(name, new Lazy(() => fallback(name)))) };
}

/** setOf makes a set of known names and values. */
export function setOf(entries: Iterable<readonly [string, Lazy]>): SetValue {
  const attributes = new Map<string, Attribute>();
  for (const [name, value] of entries) attributes.set(name, { value, place: null, isPossible: false });
  return { kind: "set", attributes, fallback: null };
}
