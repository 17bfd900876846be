import type { AttributeSet, Binding, Expression, StaticName } from "./syntax-tree.ts";

/**
 * MergedAttributes is what Nix makes of the bindings of one set: `a.b = 1; a = { c = 2; };` is one attribute `a` with
 * two attributes. Names are keys of a Map, so that `__proto__` is a name like any other.
 */
export interface MergedAttributes {
  /** Of several sets that were merged, the first decides, as in Nix. */
  readonly isRecursive: boolean;
  readonly attributes: Map<string, MergedAttribute>;
  /** Attributes whose names are only known by evaluation, in source order. They are never merged. */
  readonly dynamic: MergedDynamicAttribute[];
  /** The sources of `inherit (source) …`, one for each such clause, in source order. */
  readonly inheritSources: Expression[];
}

/** MergedAttribute is one attribute; `name` is where it was first defined. */
export type MergedAttribute =
  | { readonly kind: "value"; readonly name: StaticName; readonly value: Expression }
  | { readonly kind: "attributes"; readonly name: StaticName; readonly attributes: MergedAttributes }
  | { readonly kind: "inherited"; readonly name: StaticName }
  | { readonly kind: "inherited-from"; readonly name: StaticName; readonly sourceIndex: number };

/** MergedDynamicAttribute is `${name} = value` or, for a path that goes on behind the name, a set. */
export interface MergedDynamicAttribute {
  readonly name: Expression;
  readonly value: Expression | MergedAttributes;
}

/**
 * DuplicateListener is told of each attribute that is defined again and cannot be merged; the first definition stays.
 */
export type DuplicateListener = (again: StaticName, first: StaticName) => void;

/**
 * mergeBindings merges bindings exactly as Nix's parser does. It does not look into values, but where it must merge
 * them.
 *
 * @param onDuplicate is called for what Nix refuses with "attribute already defined".
 * Source: Nix 2.34, src/libexpr/include/nix/expr/parser-state.hh (`addAttr`).
 */
export function mergeBindings(
  bindings: readonly Binding[],
  isRecursive: boolean,
  onDuplicate: DuplicateListener = () => {},
): MergedAttributes {
  const merged = emptyAttributes(isRecursive);
  for (const binding of bindings) addBinding(merged, binding, onDuplicate);
  return merged;
}

function emptyAttributes(isRecursive: boolean): MergedAttributes {
  return { isRecursive, attributes: new Map(), dynamic: [], inheritSources: [] };
}

function mergeSet(set: AttributeSet, onDuplicate: DuplicateListener): MergedAttributes {
  return mergeBindings(set.bindings, set.isRecursive, onDuplicate);
}

function addBinding(target: MergedAttributes, binding: Binding, onDuplicate: DuplicateListener): void {
  if (binding.kind === "inherit") {
    if (binding.source) target.inheritSources.push(binding.source);
    const sourceIndex = target.inheritSources.length - 1;
    for (const name of binding.names) {
      const known = target.attributes.get(name.name);
      if (known) onDuplicate(name, known.name);
      else if (binding.source) target.attributes.set(name.name, { kind: "inherited-from", name, sourceIndex });
      else target.attributes.set(name.name, { kind: "inherited", name });
    }
    return;
  }
  let set = target;
  const last = binding.path.length - 1;
  for (const [index, name] of binding.path.entries()) {
    if (name.kind === "dynamic-name") {
      if (index === last) set.dynamic.push({ name: name.expression, value: binding.value });
      else {
        const nested = emptyAttributes(false);
        set.dynamic.push({ name: name.expression, value: nested });
        set = nested;
      }
    } else if (index === last) {
      addAttribute(set, { kind: "value", name, value: binding.value }, onDuplicate);
    } else {
      const nested = nestedSet(set, name, onDuplicate);
      if (!nested) return;
      set = nested;
    }
  }
}

/** The set that `name` holds in `set`, made when it is missing; undefined when it holds something else. */
function nestedSet(
  set: MergedAttributes,
  name: StaticName,
  onDuplicate: DuplicateListener,
): MergedAttributes | undefined {
  const known = set.attributes.get(name.name);
  const nested = known ? asSet(set, known, onDuplicate) : emptyAttributes(false);
  if (known && !nested) onDuplicate(name, known.name);
  if (!known && nested) set.attributes.set(name.name, { kind: "attributes", name, attributes: nested });
  return nested;
}

/** Turns an attribute that is written as a set into a set that can be added to. */
function asSet(
  owner: MergedAttributes,
  attribute: MergedAttribute,
  onDuplicate: DuplicateListener,
): MergedAttributes | undefined {
  if (attribute.kind === "attributes") return attribute.attributes;
  if (attribute.kind !== "value" || attribute.value.kind !== "attribute-set") return undefined;
  const attributes = mergeSet(attribute.value, onDuplicate);
  owner.attributes.set(attribute.name.name, { kind: "attributes", name: attribute.name, attributes });
  return attributes;
}

/** Adds attributes one by one from a list, not by recursion, because a path may be as long as the file. */
function addAttribute(target: MergedAttributes, added: MergedAttribute, onDuplicate: DuplicateListener): void {
  const pending: [MergedAttributes, MergedAttribute][] = [[target, added]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [owner, attribute] = next;
    const known = owner.attributes.get(attribute.name.name);
    if (!known) {
      owner.attributes.set(attribute.name.name, attribute);
      continue;
    }
    const addition = setOf(attribute, onDuplicate);
    const existing = addition && asSet(owner, known, onDuplicate);
    if (!addition || !existing) {
      onDuplicate(attribute.name, known.name);
      continue;
    }
    const sourcesBefore = existing.inheritSources.length;
    for (const dynamic of addition.dynamic) existing.dynamic.push(dynamic);
    for (const source of addition.inheritSources) existing.inheritSources.push(source);
    for (const inner of addition.attributes.values()) {
      const moved =
        inner.kind === "inherited-from" ? { ...inner, sourceIndex: inner.sourceIndex + sourcesBefore } : inner;
      pending.push([existing, moved]);
    }
  }
}

function setOf(attribute: MergedAttribute, onDuplicate: DuplicateListener): MergedAttributes | undefined {
  if (attribute.kind === "attributes") return attribute.attributes;
  if (attribute.kind !== "value" || attribute.value.kind !== "attribute-set") return undefined;
  return mergeSet(attribute.value, onDuplicate);
}
