import type { FlakeRefAttr } from "../flake-ref/flake-ref.ts";
import { LockError } from "./lock-error.ts";
import type { LockAttrs, LockEdge } from "./lock-file.ts";

/** JsonObject is a parsed JSON object. Read it with `field`: its names are not trusted. */
export type JsonObject = { readonly [name: string]: unknown };

/** isJsonObject tells objects from arrays, null and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** field reads a field of the file's own; never one that every JavaScript object inherits. */
export function field(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** readAttrs reads `locked`, `original` or `info`. Nix takes strings, numbers and Booleans only. */
export function readAttrs(value: unknown, where: string): LockAttrs {
  if (!isJsonObject(value)) throw new LockError(`${where} is not an object`);
  if (isLockAttrs(value)) return value;
  const odd = Object.keys(value).find((name) => !isScalar(value[name]));
  throw new LockError(`${where} has the attribute '${odd}' that is no string, number or Boolean`);
}

/** readEdges reads the `inputs` of a node; absent and null mean none. */
export function readEdges(value: unknown, where: string): ReadonlyMap<string, LockEdge> {
  if (value === undefined || value === null) return new Map();
  if (!isJsonObject(value)) throw new LockError(`${where} is not an object`);
  const edges = new Map<string, LockEdge>();
  for (const [name, edge] of Object.entries(value)) {
    if (typeof edge === "string") edges.set(name, { kind: "node", label: edge });
    else edges.set(name, { kind: "follows", path: readNames(edge, `${where}.${name}`) });
  }
  return edges;
}

/** readNames reads a path of input names. */
export function readNames(value: unknown, where: string): readonly string[] {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
  if (!Array.isArray(value) || names.length < value.length)
    throw new LockError(`${where} is not a list of input names`);
  return names;
}

function isLockAttrs(object: JsonObject): object is LockAttrs {
  return Object.values(object).every(isScalar);
}

function isScalar(value: unknown): value is FlakeRefAttr {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
