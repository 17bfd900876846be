import { allPossible, builtInFunction, callOnAll, filterList, foldLeft, listToAttrs } from "./builtin-functions.ts";
import type { Evaluator } from "./evaluator.ts";
import { importValue } from "./file-functions.ts";
import { resolvePath } from "./file-paths.ts";
import { genAttrs } from "./gen-attrs.ts";
import { literalStrings } from "./literal-strings.ts";
import { charged, mapSet, possible, recursiveUpdate, setOf, updateSets } from "./set-operations.ts";
import { type Attribute, asSet, curried, emptySet, Lazy, listValue, opaque, type Value } from "./value.ts";

type Implementation = (evaluator: Evaluator, ...given: readonly Lazy[]) => Value;

const unknown = Lazy.of(opaque);

/**
 * libFunction gives a function of Nixpkgs' `lib` that shapes sets and lists; undefined for all others.
 *
 * @param name is the last part of the path: `genAttrs` of `lib.genAttrs` or `lib.attrsets.genAttrs`.
 */
export function libFunction(evaluator: Evaluator, name: string): Value | undefined {
  const known = functions.get(name);
  if (!known) return builtInFunction(evaluator, name);
  const [arity, run] = known;
  return curried(
    arity,
    charged(evaluator, (...given) => run(evaluator, ...given)),
  );
}

const functions: ReadonlyMap<string, readonly [number, Implementation]> = new Map<
  string,
  readonly [number, Implementation]
>([
  ["genAttrs", [2, (evaluator, names = unknown, f = unknown) => genAttrs(evaluator, names.force(), f)]],
  ["genAttrs'", [2, (evaluator, list = unknown, f = unknown) => listToAttrs(evaluator, callOnAll(evaluator, f, list))]],
  ["mapAttrs'", [2, (evaluator, f = unknown, set = unknown) => mapNames(evaluator, f.force(), set.force())]],
  ["mapAttrsToList", [2, (evaluator, f = unknown, set = unknown) => mapToList(evaluator, f.force(), set.force())]],
  [
    "concatMapAttrs",
    [2, (evaluator, f = unknown, set = unknown) => mergeAll(evaluator, mapToList(evaluator, f.force(), set.force()))],
  ],
  ["filterAttrs", [2, (evaluator, f = unknown, set = unknown) => filterAttrs(evaluator, f.force(), set.force())]],
  [
    "nameValuePair",
    [
      2,
      (_, name = unknown, value = unknown) =>
        setOf([
          ["name", name],
          ["value", value],
        ]),
    ],
  ],
  [
    "optionalAttrs",
    [2, (evaluator, condition = unknown, set = unknown) => optional(evaluator, condition, set, emptySet)],
  ],
  [
    "optional",
    [
      2,
      (evaluator, condition = unknown, value = unknown) =>
        optional(evaluator, condition, Lazy.of(listValue([value])), listValue([])),
    ],
  ],
  [
    "optionals",
    [2, (evaluator, condition = unknown, list = unknown) => optional(evaluator, condition, list, listValue([]))],
  ],
  ["mkIf", [2, (evaluator, condition = unknown, value = unknown) => optional(evaluator, condition, value, emptySet)]],
  ["mkMerge", [1, (evaluator, list = unknown) => mergeAll(evaluator, list.force())]],
  ["mkDefault", [1, (_, value = unknown) => value.force()]],
  ["mkForce", [1, (_, value = unknown) => value.force()]],
  ["mkBefore", [1, (_, value = unknown) => value.force()]],
  ["mkAfter", [1, (_, value = unknown) => value.force()]],
  ["mkOverride", [2, (_, _priority, value = unknown) => value.force()]],
  ["recursiveUpdate", [2, (evaluator, a = unknown, b = unknown) => recursiveUpdate(evaluator, a.force(), b.force())]],
  [
    "recursiveUpdateUntil",
    [3, (evaluator, _stop, a = unknown, b = unknown) => recursiveUpdate(evaluator, a.force(), b.force())],
  ],
  ["mergeAttrs", [2, (evaluator, a = unknown, b = unknown) => updateSets(evaluator, a.force(), b.force())]],
  ["mergeAttrsList", [1, (evaluator, list = unknown) => mergeAll(evaluator, list.force())]],
  ["attrsToList", [1, (_, set = unknown) => attrsToList(set.force())]],
  ["getAttrs", [2, (_, names = unknown, set = unknown) => getAttrs(names.force(), set.force())]],
  ["foldl", [3, (evaluator, f = unknown, start = unknown, list = unknown) => foldLeft(evaluator, f, start, list)]],
  ["foldr", [3, (evaluator, f = unknown, start = unknown, list = unknown) => foldRight(evaluator, f, start, list)]],
  ["fold", [3, (evaluator, f = unknown, start = unknown, list = unknown) => foldRight(evaluator, f, start, list)]],
  ["foldAttrs", [3, (evaluator, _f, _start, list = unknown) => mergeAll(evaluator, list.force())]],
  ["zipAttrsWith", [2, (evaluator, _f, list = unknown) => mergeAll(evaluator, list.force())]],
  ["zipAttrs", [1, (evaluator, list = unknown) => mergeAll(evaluator, list.force())]],
  ["forEach", [2, (evaluator, list = unknown, f = unknown) => callOnAll(evaluator, f, list)]],
  ["flatten", [1, (evaluator, list = unknown) => flatten(evaluator, list.force())]],
  ["unique", [1, (_, list = unknown) => list.force()]],
  [
    "subtractLists",
    [2, (evaluator, without = unknown, list = unknown) => subtractLists(evaluator, without.force(), list.force())],
  ],
  [
    "remove",
    [2, (evaluator, element = unknown, list = unknown) => subtractLists(evaluator, listValue([element]), list.force())],
  ],
  ["append", [2, (_, path = unknown, text = unknown) => appendPath(path.force(), text.force())]],
  ["id", [1, (_, value = unknown) => value.force()]],
  ["const", [2, (_, value = unknown) => value.force()]],
  ["flip", [3, (evaluator, f = unknown, a = unknown, b = unknown) => evaluator.call(f.force(), b, a)]],
  ["pipe", [2, (evaluator, value = unknown, functions = unknown) => pipe(evaluator, value, functions.force())]],
  ["fix", [1, (evaluator, f = unknown) => fix(evaluator, f)]],
  [
    "importApply",
    [
      2,
      (evaluator, path = unknown, argument = unknown) => evaluator.call(importValue(evaluator, path.force()), argument),
    ],
  ],
  [
    "callPackage",
    [2, (evaluator, path = unknown, argument = unknown) => callPackage(evaluator, path.force(), argument.force())],
  ],
  [
    "callPackages",
    [2, (evaluator, path = unknown, argument = unknown) => callPackage(evaluator, path.force(), argument.force())],
  ],
  [
    "callPackageWith",
    [
      3,
      (evaluator, _set, path = unknown, argument = unknown) => callPackage(evaluator, path.force(), argument.force()),
    ],
  ],
]);

function mapNames(evaluator: Evaluator, f: Value, value: Value): Value {
  return listToAttrs(evaluator, mapToList(evaluator, f, value));
}

function mapToList(evaluator: Evaluator, f: Value, value: Value): Value {
  const set = asSet(value);
  const mapped =
    set && mapSet(set, (name, inner) => evaluator.call(f, Lazy.of({ kind: "string", value: name }), inner));
  if (!mapped) return listValue([], false);
  const attributes = [...mapped.attributes.values()];
  const isComplete = mapped.fallback === null && !attributes.some(({ isPossible }) => isPossible);
  const example = mapped.fallback ? [new Lazy(() => evaluator.call(f, unknown, unknown))] : [];
  return listValue([...attributes.map((attribute) => attribute.value), ...example], isComplete);
}

/** mergeAll is one set made of the sets in a list. */
export function mergeAll(evaluator: Evaluator, value: Value): Value {
  if (value.kind !== "list") return opaque;
  let result: Value = emptySet;
  for (const element of value.elements) {
    if (!evaluator.spend(1)) return opaque;
    result = recursiveUpdate(evaluator, result, element.force());
  }
  return value.isComplete ? result : updateSets(evaluator, result, opaque);
}

function filterAttrs(evaluator: Evaluator, f: Value, value: Value): Value {
  const set = asSet(value);
  if (!set) return opaque;
  const attributes = new Map<string, Attribute>();
  for (const [name, attribute] of set.attributes) {
    const keeps = evaluator.call(f, Lazy.of({ kind: "string", value: name }), attribute.value);
    if (keeps.kind === "boolean" && !keeps.value) continue;
    attributes.set(name, keeps.kind === "boolean" ? attribute : { ...attribute, isPossible: true });
  }
  return { kind: "set", attributes, fallback: set.fallback };
}

function optional(evaluator: Evaluator, condition: Lazy, value: Lazy, none: Value): Value {
  const holds = condition.force();
  if (holds.kind === "boolean") return holds.value ? value.force() : none;
  const present = value.force();
  if (none.kind !== "list") return possible(evaluator, present);
  return present.kind === "list" ? listValue(present.elements, false) : listValue([], false);
}

function attrsToList(value: Value): Value {
  const set = asSet(value);
  if (!set) return listValue([], false);
  const pairs = [...set.attributes].map(([name, attribute]) =>
    Lazy.of(
      setOf([
        ["name", Lazy.of({ kind: "string", value: name })],
        ["value", attribute.value],
      ]),
    ),
  );
  return listValue(pairs, set.fallback === null);
}

function getAttrs(names: Value, value: Value): Value {
  const set = asSet(value);
  const literal = literalStrings(names);
  if (!set || literal === null) return set ? { ...set, attributes: allPossible(set.attributes) } : opaque;
  const attributes = literal.flatMap((name) => {
    const attribute = set.attributes.get(name);
    return attribute ? [[name, attribute] as const] : [];
  });
  return { kind: "set", attributes: new Map(attributes), fallback: set.fallback };
}

function foldRight(evaluator: Evaluator, f: Lazy, start: Lazy, list: Lazy): Value {
  const values = list.force();
  if (values.kind !== "list") return evaluator.call(f.force(), unknown, start);
  let result = start.force();
  for (const element of values.elements.toReversed()) {
    if (!evaluator.spend(1)) return opaque;
    result = evaluator.call(f.force(), element, Lazy.of(result));
  }
  return values.isComplete ? result : updateSets(evaluator, result, opaque);
}

function flatten(evaluator: Evaluator, value: Value): Value {
  if (value.kind !== "list") return listValue([Lazy.of(value)]);
  const elements: Lazy[] = [];
  let { isComplete } = value;
  for (const element of value.elements) {
    if (!evaluator.spend(1)) return listValue([], false);
    const inner = evaluator.nested(() => {
      const forced = element.force();
      return forced.kind === "list" ? flatten(evaluator, forced) : forced;
    });
    if (inner.kind !== "list") elements.push(element);
    else {
      for (const each of inner.elements) elements.push(each);
      isComplete &&= inner.isComplete;
    }
  }
  return listValue(elements, isComplete);
}

function subtractLists(evaluator: Evaluator, without: Value, value: Value): Value {
  const dropped = literalStrings(without);
  if (dropped === null) return value.kind === "list" ? listValue(value.elements, false) : value;
  const names = new Set(dropped);
  const keep: Value = {
    kind: "function",
    call: (element) => {
      const text = element.force();
      return text.kind === "string" ? { kind: "boolean", value: !names.has(text.value) } : opaque;
    },
  };
  return filterList(evaluator, keep, value);
}

/** `lib.path.append folder name`. */
function appendPath(path: Value, text: Value): Value {
  if (path.kind !== "path" || text.kind !== "string") return opaque;
  return { kind: "path", path: resolvePath(path.path, text.value) };
}

function pipe(evaluator: Evaluator, start: Lazy, functions: Value): Value {
  if (functions.kind !== "list" || !functions.isComplete) return opaque;
  let value = start;
  for (const f of functions.elements) {
    if (!evaluator.spend(1)) return opaque;
    value = Lazy.of(evaluator.call(f.force(), value));
  }
  return value.force();
}

function fix(evaluator: Evaluator, f: Lazy): Value {
  const self: Lazy = new Lazy(() => evaluator.call(f.force(), self));
  return self.force();
}

/** callPackage hands a file (or function) what it asks for, which is not visible but for what is given beside. */
function callPackage(evaluator: Evaluator, target: Value, given: Value): Value {
  const f = target.kind === "path" ? evaluator.importFile(target.path) : target;
  return f.kind === "function" ? evaluator.call(f, Lazy.of(updateSets(evaluator, opaque, given))) : opaque;
}
