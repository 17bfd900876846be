import { resolvePath } from "./file-paths.ts";
import { asSet, booleanValue, opaque, stringValue, type Value } from "./value.ts";

/** stringLengthMax: names and paths are short; strings that grow by doubling must end somewhere. */
export const stringLengthMax = 10_000;

/** pathValue is a path below (or beside) a folder. */
export function pathValue(folder: string, relative: string): Value {
  if (folder.length + relative.length > stringLengthMax) return opaque;
  return { kind: "path", path: resolvePath(folder, relative) };
}

/** boundedString is a string, or opaque when it is too long. */
export function boundedString(text: string): Value {
  return text.length > stringLengthMax ? opaque : stringValue(text);
}

/** not is `!value`. */
export function not(value: Value): Value {
  return value.kind === "boolean" ? booleanValue(!value.value) : opaque;
}

/** logical is `&&`, `||` and `->` of values that may not be visible. */
export function logical(operator: "&&" | "||" | "->", left: Value, right: Value): Value {
  const a = left.kind === "boolean" ? left.value : null;
  const b = right.kind === "boolean" ? right.value : null;
  if (operator === "&&") return a === false || b === false ? booleanValue(false) : a && b ? booleanValue(true) : opaque;
  const first = operator === "->" && a !== null ? !a : a;
  if (first === true || b === true) return booleanValue(true);
  return first === false && b === false ? booleanValue(false) : opaque;
}

/** areEqual is `==` of strings and Booleans; opaque for all else. */
export function areEqual(left: Value, right: Value): Value {
  if (left.kind === "string" && right.kind === "string") return booleanValue(left.value === right.value);
  if (left.kind === "boolean" && right.kind === "boolean") return booleanValue(left.value === right.value);
  return opaque;
}

/** isWithout says that a value certainly has no such attribute. */
export function isWithout(value: Value, name: string): boolean {
  if (value.kind === "opaque" || value.kind === "never") return false;
  return value.kind !== "set" || (!value.attributes.has(name) && value.fallback === null);
}

/** anyMember is `set.${name}` with a name that is not visible: an example of the values that it could be. */
export function anyMember(value: Value): Value {
  const set = asSet(value);
  const [first] = set?.attributes.values() ?? [];
  return value.kind === "opaque" ? opaque : (first?.value.force() ?? set?.fallback?.("") ?? opaque);
}
