import { stripIndentation } from "../language/indentation.ts";
import { type MergedAttribute, type MergedAttributes, mergeBindings } from "../language/merge-bindings.ts";
import type { Expression, Identifier, Lambda, Span, StringPart } from "../language/syntax-tree.ts";

/**
 * StaticValue is what Nix knows of an expression before it evaluates anything, which is all that a `flake.nix` may use
 * outside `outputs`.
 *
 * `computed` is everything that Nix would have to evaluate ("a thunk"): it refuses that, even `"a" + "b"`.
 * Source: Nix 2.34, src/libexpr/eval.cc (`Value::isTrivial` and the `maybeThunk` functions).
 */
export type StaticValue =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "path"; readonly text: string }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  // A function, so that lists that name each other in a `rec` cost nothing until they are asked for.
  | { readonly kind: "list"; readonly elements: () => readonly StaticValue[] }
  | { readonly kind: "set"; readonly set: StaticSet }
  | { readonly kind: "function"; readonly lambda: Lambda | null }
  | { readonly kind: "computed" };

/** StaticAttribute is an attribute with its place, which is its name where it is first bound. */
export interface StaticAttribute {
  readonly name: string;
  readonly span: Span;
  readonly value: StaticValue;
}

/** describeStaticValue names the kind of a value for a message, with its article, in Nix's words. */
export function describeStaticValue(value: StaticValue): string {
  return kindNames[value.kind];
}

const kindNames = {
  string: "a string",
  path: "a path",
  integer: "an integer",
  float: "a float",
  boolean: "a Boolean",
  null: "null",
  list: "a list",
  set: "a set",
  function: "a function",
  computed: "computed, which Nix does not allow here",
} as const satisfies Record<StaticValue["kind"], string>;

// A variable of a `rec` can name another one; two steps are rare, a circle must end.
const aliasesMax = 16;

// The values of the built-in scope that a flake can use without evaluation. Other built-ins are functions or nothing of use.
const globals = new Map<string, StaticValue>([
  ["true", { kind: "boolean", value: true }],
  ["false", { kind: "boolean", value: false }],
  ["null", { kind: "null" }],
  ...["import", "map", "toString", "throw", "abort", "baseNameOf", "dirOf", "derivation", "removeAttrs", "isNull"].map(
    (name): [string, StaticValue] => [name, { kind: "function", lambda: null }],
  ),
]);

/** StaticSet is a set whose attributes are looked at one by one, because most of a flake is never asked for. */
export class StaticSet {
  readonly #source: string;
  readonly #merged: MergedAttributes;
  readonly #outer: StaticSet | null;

  /** @param outer is the set around this one, whose names are in scope if it is a `rec`. */
  constructor(source: string, merged: MergedAttributes, outer: StaticSet | null) {
    this.#source = source;
    this.#merged = merged;
    this.#outer = outer;
  }

  /** hasDynamicNames says that names are only known by evaluation; Nix refuses such a set everywhere but at the top. */
  get hasDynamicNames(): boolean {
    return this.#merged.dynamic.length > 0;
  }

  /** attributes gives all attributes in source order. */
  *attributes(): Generator<StaticAttribute> {
    for (const [name, attribute] of this.#merged.attributes) yield this.#read(name, attribute);
  }

  /** attribute gives one attribute; undefined when the set has none of that name. */
  attribute(name: string): StaticAttribute | undefined {
    const attribute = this.#merged.attributes.get(name);
    return attribute && this.#read(name, attribute);
  }

  #read(name: string, attribute: MergedAttribute): StaticAttribute {
    return { name, span: attribute.name, value: this.#valueOf(attribute, 0) };
  }

  #valueOf(attribute: MergedAttribute, aliases: number): StaticValue {
    if (attribute.kind === "attributes") return asSet(new StaticSet(this.#source, attribute.attributes, this));
    if (attribute.kind === "inherited-from") return { kind: "computed" };
    if (attribute.kind === "inherited") {
      return this.#outer?.resolve(attribute.name.name, attribute.name.start, aliases) ?? global(attribute.name.name);
    }
    return this.#valueOfExpression(attribute.value, attribute.name.start, aliases);
  }

  #valueOfExpression(expression: Expression, bindingStart: number, aliases: number): StaticValue {
    switch (expression.kind) {
      case "string":
        return fromParts(expression.parts);
      case "indented-string":
        return fromParts(stripIndentation(expression));
      case "uri":
        return { kind: "string", value: expression.value };
      case "path":
        if (expression.parts.some((part) => part.kind === "interpolation")) return { kind: "computed" };
        return { kind: "path", text: this.#source.slice(expression.start, expression.end) };
      case "integer":
        return { kind: "integer", value: expression.value };
      case "float":
        return { kind: "float" };
      case "lambda":
        return { kind: "function", lambda: expression };
      case "list":
        return {
          kind: "list",
          elements: () => expression.elements.map((element) => this.#valueOfExpression(element, bindingStart, aliases)),
        };
      case "attribute-set": {
        const merged = mergeBindings(expression.bindings, expression.isRecursive);
        return asSet(new StaticSet(this.#source, merged, this));
      }
      case "identifier":
        return this.#variable(expression, bindingStart, aliases);
      default:
        return { kind: "computed" };
    }
  }

  #variable(variable: Identifier, bindingStart: number, aliases: number): StaticValue {
    return this.resolve(variable.name, bindingStart, aliases) ?? global(variable.name);
  }

  /**
   * resolve looks a variable up in this set, if it is a `rec`, and in those around it; undefined when none has it.
   *
   * @param before is the offset of the binding that asks. Nix takes a sibling as it is when it has made it already, which
   * goes by the order in which names first occur; a sibling that comes later has to be evaluated and so is `computed`.
   */
  resolve(name: string, before: number, aliases: number): StaticValue | undefined {
    const attribute = this.#merged.isRecursive ? this.#merged.attributes.get(name) : undefined;
    if (!attribute) return this.#outer?.resolve(name, before, aliases);
    const isReady = attribute.name.start < before && aliases < aliasesMax;
    return isReady ? this.#valueOf(attribute, aliases + 1) : { kind: "computed" };
  }
}

function global(name: string): StaticValue {
  return globals.get(name) ?? { kind: "computed" };
}

function asSet(set: StaticSet): StaticValue {
  return set.hasDynamicNames ? { kind: "computed" } : { kind: "set", set };
}

function fromParts(parts: readonly StringPart[]): StaticValue {
  let value = "";
  for (const part of parts) {
    if (part.kind === "interpolation") return { kind: "computed" };
    value += part.value;
  }
  return { kind: "string", value };
}
