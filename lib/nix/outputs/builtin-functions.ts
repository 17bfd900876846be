import type { Evaluator } from "./evaluator.ts";
import { baseName, folderOf, importValue, listFolder, pathExists, readFolder } from "./file-functions.ts";
import { charged, mapSet, sizeOf, unite } from "./set-operations.ts";
import {
  type Attribute,
  asSet,
  booleanValue,
  curried,
  functionValue,
  Lazy,
  type ListValue,
  listValue,
  never,
  opaque,
  opaqueSet,
  type SetValue,
  scalar,
  stringValue,
  type Value,
} from "./value.ts";

type Implementation = (evaluator: Evaluator, ...given: readonly Lazy[]) => Value;

interface BuiltIn {
  readonly arity: number;
  readonly run: Implementation;
}

/**
 * builtInFunction gives a function of `builtins` that shapes sets, lists and files; undefined for those that do not matter
 * for the outputs of a flake. Nixpkgs' `lib` has most of them under the same names.
 */
export function builtInFunction(evaluator: Evaluator, name: string): Value | undefined {
  const builtIn = builtIns.get(name);
  return (
    builtIn &&
    curried(
      builtIn.arity,
      charged(evaluator, (...given) => builtIn.run(evaluator, ...given)),
    )
  );
}

const unknown = Lazy.of(opaque);

function one(run: (evaluator: Evaluator, a: Lazy) => Value): BuiltIn {
  return { arity: 1, run: (evaluator, a = unknown) => run(evaluator, a) };
}

function two(run: (evaluator: Evaluator, a: Lazy, b: Lazy) => Value): BuiltIn {
  return { arity: 2, run: (evaluator, a = unknown, b = unknown) => run(evaluator, a, b) };
}

const builtIns: ReadonlyMap<string, BuiltIn> = new Map([
  ["import", one((evaluator, path) => importValue(evaluator, path.force()))],
  ["map", two((evaluator, f, list) => mapList(list.force(), (element) => evaluator.call(f.force(), element)))],
  ["mapAttrs", two((evaluator, f, set) => mapAttrs(evaluator, f.force(), set.force()))],
  ["attrNames", one((_, set) => attrNames(set.force()))],
  ["attrValues", one((_, set) => attrValues(set.force()))],
  ["listToAttrs", one((evaluator, list) => listToAttrs(evaluator, list.force()))],
  ["removeAttrs", two((_, set, names) => removeAttrs(set.force(), names.force()))],
  ["intersectAttrs", two((evaluator, a, b) => intersectAttrs(evaluator, a.force(), b.force()))],
  ["concatMap", two((evaluator, f, list) => concatLists(evaluator, callOnAll(evaluator, f, list)))],
  ["concatLists", one((evaluator, lists) => concatLists(evaluator, lists.force()))],
  ["filter", two((evaluator, f, list) => filterList(evaluator, f.force(), list.force()))],
  ["head", one((_, list) => firstElement(list.force()))],
  ["elem", two((evaluator, element, list) => isElement(evaluator, element.force(), list.force()))],
  ["hasAttr", two((_, name, set) => hasAttribute(set.force(), name.force()))],
  ["getAttr", two((evaluator, name, set) => getAttribute(evaluator, name.force(), set.force()))],
  ["seq", two((_, _first, value) => value.force())],
  ["deepSeq", two((_, _first, value) => value.force())],
  ["trace", two((_, _message, value) => value.force())],
  ["warn", two((_, _message, value) => value.force())],
  ["addErrorContext", two((_, _message, value) => value.force())],
  ["throw", one(() => never)],
  ["abort", one(() => never)],
  ["toString", one((_, value) => value.force())],
  ["pathExists", one((evaluator, path) => pathExists(evaluator, path.force()))],
  ["readDir", one((evaluator, path) => readFolder(evaluator, path.force()))],
  ["listFilesRecursive", one((evaluator, path) => listFolder(evaluator, path.force()))],
  ["baseNameOf", one((_, path) => baseName(path.force()))],
  ["hasPrefix", ofStrings((prefix, text) => booleanValue(text.startsWith(prefix)))],
  ["hasSuffix", ofStrings((suffix, text) => booleanValue(text.endsWith(suffix)))],
  ["hasInfix", ofStrings((infix, text) => booleanValue(text.includes(infix)))],
  [
    "removePrefix",
    ofStrings((prefix, text) => stringValue(text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  ],
  [
    "removeSuffix",
    ofStrings((end, text) => stringValue(text.endsWith(end) ? text.slice(0, text.length - end.length) : text)),
  ],
  ["dirOf", one((_, path) => folderOf(path.force()))],
  ["isFunction", one((_, value) => isKind(value.force(), "function"))],
  ["isAttrs", one((_, value) => isKind(value.force(), "set"))],
  ["isList", one((_, value) => isKind(value.force(), "list"))],
  ["isPath", one((_, value) => isKind(value.force(), "path"))],
  ["isString", one((_, value) => isKind(value.force(), "string"))],
  [
    "foldl'",
    { arity: 3, run: (evaluator, f = unknown, start = unknown, list = unknown) => foldLeft(evaluator, f, start, list) },
  ],
]);

/** mapList applies a function to each element. */
export function mapList(value: Value, map: (element: Lazy) => Value): ListValue {
  if (value.kind !== "list") return listValue([new Lazy(() => map(unknown))], false);
  const elements = value.elements.map((element) => new Lazy(() => map(element)));
  return listValue(elements, value.isComplete);
}

/** callOnAll is `map f list`. */
export function callOnAll(evaluator: Evaluator, f: Lazy, list: Lazy): Value {
  return mapList(list.force(), (element) => evaluator.call(f.force(), element));
}

/** mapAttrs is `mapAttrs f set`. */
export function mapAttrs(evaluator: Evaluator, f: Value, value: Value): Value {
  const set = asSet(value);
  return set ? mapSet(set, (name, inner) => evaluator.call(f, Lazy.of(stringValue(name)), inner)) : opaque;
}

function attrNames(value: Value): Value {
  const set = asSet(value);
  if (!set) return listValue([], false);
  const isComplete = set.fallback === null && ![...set.attributes.values()].some(({ isPossible }) => isPossible);
  return listValue(
    [...set.attributes.keys()].toSorted().map((name) => Lazy.of(stringValue(name))),
    isComplete,
  );
}

function attrValues(value: Value): Value {
  const set = asSet(value);
  if (!set) return listValue([], false);
  const attributes = [...set.attributes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const isComplete = set.fallback === null && !attributes.some(([, { isPossible }]) => isPossible);
  return listValue(
    attributes.map(([, attribute]) => attribute.value),
    isComplete,
  );
}

/** listToAttrs is `listToAttrs list`; with names that are not visible, any name could be there. */
export function listToAttrs(evaluator: Evaluator, value: Value): Value {
  if (value.kind !== "list") return opaqueSet;
  const attributes = new Map<string, Attribute>();
  let example: Value | null = value.isComplete ? null : opaque;
  for (const element of value.elements) {
    if (!evaluator.spend(1)) return opaqueSet;
    const pair = element.force();
    const name = evaluator.select(pair, "name");
    const inner = new Lazy(() => evaluator.select(pair, "value"));
    if (name.kind === "string")
      attributes.set(name.value, { value: inner, place: null, isPossible: !value.isComplete });
    else example = inner.force();
  }
  const rest = example;
  return { kind: "set", attributes, fallback: rest && (() => rest) };
}

function removeAttrs(value: Value, names: Value): Value {
  const set = asSet(value);
  if (!set) return opaque;
  const attributes = new Map(set.attributes);
  for (const element of names.kind === "list" ? names.elements : []) {
    const name = element.force();
    if (name.kind === "string") attributes.delete(name.value);
  }
  return { kind: "set", attributes, fallback: set.fallback };
}

function intersectAttrs(evaluator: Evaluator, left: Value, right: Value): Value {
  const a = asSet(left);
  const b = asSet(right);
  if (!a || !b || !evaluator.spend(sizeOf(a))) return opaque;
  if (a.fallback) return { ...b, attributes: allPossible(b.attributes) };
  const attributes = new Map<string, Attribute>();
  for (const name of a.attributes.keys()) {
    const attribute = b.attributes.get(name);
    if (attribute) attributes.set(name, attribute);
    else if (b.fallback) {
      const { fallback } = b;
      attributes.set(name, { value: new Lazy(() => fallback(name)), place: null, isPossible: true });
    }
  }
  return { kind: "set", attributes, fallback: null };
}

/** allPossible is the same attributes, of which each may be missing. */
export function allPossible(attributes: SetValue["attributes"]): SetValue["attributes"] {
  return new Map([...attributes].map(([name, attribute]) => [name, { ...attribute, isPossible: true }]));
}

function concatLists(evaluator: Evaluator, value: Value): Value {
  if (value.kind !== "list") return listValue([], false);
  const elements: Lazy[] = [];
  let { isComplete } = value;
  for (const inner of value.elements) {
    const list = inner.force();
    if (list.kind === "list" && evaluator.spend(list.elements.length + 1)) {
      elements.push(...list.elements.slice(0, elementsMax));
      isComplete &&= list.isComplete;
    } else isComplete = false;
  }
  return listValue(elements, isComplete);
}

// No list that shapes outputs comes near; it bounds the arguments of one call.
const elementsMax = 10_000;

/** filterList is `filter f list`. */
export function filterList(evaluator: Evaluator, f: Value, value: Value): Value {
  if (value.kind !== "list") return listValue([], false);
  const elements: Lazy[] = [];
  let { isComplete } = value;
  for (const element of value.elements) {
    const keeps = evaluator.call(f, element);
    if (keeps.kind === "boolean" && !keeps.value) continue;
    elements.push(element);
    if (keeps.kind !== "boolean") isComplete = false;
  }
  return listValue(elements, isComplete);
}

function firstElement(value: Value): Value {
  return value.kind === "list" ? (value.elements[0]?.force() ?? opaque) : opaque;
}

function isElement(evaluator: Evaluator, element: Value, list: Value): Value {
  if (!evaluator.spend(sizeOf(list)) || element.kind !== "string" || list.kind !== "list") return opaque;
  const values = list.elements.map((other) => other.force());
  if (values.some((other) => other.kind === "string" && other.value === element.value)) return booleanValue(true);
  return list.isComplete && values.every((other) => other.kind === "string") ? booleanValue(false) : opaque;
}

/** hasAttribute is `set ? name`. */
export function hasAttribute(value: Value, name: Value): Value {
  const set = asSet(value);
  if (!set) return value.kind === "never" ? never : booleanValue(false);
  if (name.kind !== "string") return opaque;
  const attribute = set.attributes.get(name.value);
  if (attribute && !attribute.isPossible) return booleanValue(true);
  return attribute || set.fallback ? opaque : booleanValue(false);
}

function getAttribute(evaluator: Evaluator, name: Value, set: Value): Value {
  return name.kind === "string" ? evaluator.select(set, name.value) : opaque;
}

/** A function of two strings, of which the first is looked for in the second. */
function ofStrings(run: (part: string, text: string) => Value): BuiltIn {
  return two((_, part, text) => {
    const [a, b] = [part.force(), text.force()];
    const whole = b.kind === "path" ? b.path : b.kind === "string" ? b.value : null;
    return a.kind === "string" && whole !== null ? run(a.value, whole) : opaque;
  });
}

function isKind(value: Value, kind: Value["kind"]): Value {
  return value.kind === "opaque" ? opaque : booleanValue(value.kind === kind);
}

/** foldLeft is `foldl' f start list`. Over a list that is not visible, one step stands for all. */
export function foldLeft(evaluator: Evaluator, f: Lazy, start: Lazy, list: Lazy): Value {
  const values = list.force();
  let result = start.force();
  const step = (element: Lazy) => evaluator.call(f.force(), Lazy.of(result), element);
  if (values.kind !== "list") return step(unknown);
  for (const element of values.elements) {
    if (!evaluator.spend(1)) return opaque;
    result = step(element);
  }
  return values.isComplete ? result : unite(evaluator, result, step(unknown));
}

/** builtIns that are values. */
export const globalValues: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["true", booleanValue(true)],
  ["false", booleanValue(false)],
  ["null", scalar],
  ["builtins", { kind: "opaque", input: null, path: ["builtins"] }],
  ["isNull", functionValue(() => opaque)],
]);
