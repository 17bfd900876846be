/**
 * Value is what can be said of a Nix value without evaluating packages: sets with the names that are known, functions that
 * can be called, and `opaque` for all that is not visible.
 */
export type Value =
  | SetValue
  | ListValue
  | FunctionValue
  | OpaqueValue
  | { readonly kind: "string"; readonly value: string }
  /** A file or folder, from the root of the repository: "." or "a/b"; "../c" is outside of it. */
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** A number or null. */
  | { readonly kind: "scalar" }
  /** What `throw` and `abort` give: no value comes back from there. */
  | { readonly kind: "never" };

/** Place is where something is written: a file of the repository, and a UTF-16 offset in it. */
export interface Place {
  readonly file: string;
  readonly start: number;
}

/** Attribute is one attribute of a set. `isPossible` says that it is only there under a condition that is not visible. */
export interface Attribute {
  readonly value: Lazy;
  readonly place: Place | null;
  readonly isPossible: boolean;
}

/** SetValue is a set. With a `fallback` there may be further attributes; it gives what can be said of the one asked for. */
export interface SetValue {
  readonly kind: "set";
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly fallback: ((name: string) => Value) | null;
}

/** ListValue is a list; when it is not complete, there may be further elements, and `elements` are examples. */
export interface ListValue {
  readonly kind: "list";
  readonly elements: readonly Lazy[];
  readonly isComplete: boolean;
}

/** FunctionValue is a function of one argument, written in Nix or known to us. */
export interface FunctionValue {
  readonly kind: "function";
  readonly call: (argument: Lazy) => Value;
}

/**
 * OpaqueValue is something that is not visible. `input` and `path` say how it was reached when it is taken from an input:
 * `nixpkgs.lib.genAttrs` is `{ input: "nixpkgs", path: ["lib", "genAttrs"] }`.
 */
export interface OpaqueValue {
  readonly kind: "opaque";
  readonly input: string | null;
  readonly path: readonly string[];
}

export const opaque: OpaqueValue = { kind: "opaque", input: null, path: [] };
/** Lazy is a value that is worked out when it is first asked for, as in Nix. One that asks for itself is opaque. */
export class Lazy {
  #compute: (() => Value) | null;
  #value: Value = opaque;

  constructor(compute: () => Value) {
    this.#compute = compute;
  }

  /** of is a value that is known already. */
  static of(value: Value): Lazy {
    const lazy = new Lazy(() => value);
    lazy.#compute = null;
    lazy.#value = value;
    return lazy;
  }

  force(): Value {
    const compute = this.#compute;
    if (compute) {
      this.#compute = null;
      this.#value = compute();
    }
    return this.#value;
  }
}

export const emptySet: SetValue = { kind: "set", attributes: new Map(), fallback: null };
export const scalar: Value = { kind: "scalar" };
export const never: Value = { kind: "never" };

/** opaqueSet has no known attributes, and any could be there. */
export const opaqueSet: SetValue = { kind: "set", attributes: new Map(), fallback: () => opaque };

export function stringValue(value: string): Value {
  return { kind: "string", value };
}

export function booleanValue(value: boolean): Value {
  return { kind: "boolean", value };
}

export function listValue(elements: readonly Lazy[], isComplete = true): ListValue {
  return { kind: "list", elements, isComplete };
}

/** functionValue makes a function of one argument. */
export function functionValue(call: (argument: Lazy) => Value): FunctionValue {
  return { kind: "function", call };
}

/** curried makes a function of `arity` arguments, which are given one by one, as in Nix. */
export function curried(arity: number, call: (...given: readonly Lazy[]) => Value, given: readonly Lazy[] = []): Value {
  return functionValue((argument) => {
    const all = [...given, argument];
    return all.length >= arity ? call(...all) : curried(arity, call, all);
  });
}

/** asSet sees a value as a set: an opaque one as a set of which nothing is known. Null when it is no set. */
export function asSet(value: Value): SetValue | null {
  if (value.kind === "set") return value;
  if (value.kind !== "opaque") return null;
  return { kind: "set", attributes: new Map(), fallback: (name) => memberOf(value, name) };
}

/** memberOf is an attribute of something opaque, which remembers how it was reached. */
export function memberOf(value: OpaqueValue, name: string): OpaqueValue {
  return { kind: "opaque", input: value.input, path: [...value.path.slice(-pathLengthMax), name] };
}

// The libraries that we know are at most four names deep.
const pathLengthMax = 8;
