import type { FlakeRef, FlakeRefAttr, FlakeRefResult } from "../flake-ref/flake-ref.ts";
import { flakeRefFromAttrs } from "../flake-ref/flake-ref-from-attrs.ts";
import { parseFlakeRef } from "../flake-ref/parse-flake-ref.ts";
import type { Formal, Span } from "../language/syntax-tree.ts";
import type { FlakeInput, InputDeclaration, InputOverride } from "./parsed-flake.ts";
import type { Refusals } from "./refusals.ts";
import { canonicalRelativePath } from "./relative-path.ts";
import { describeStaticValue, type StaticAttribute, type StaticSet, type StaticValue } from "./static-value.ts";

// Overrides of overrides of …; three levels are the most seen, and hostile files can have as many as they have characters.
const overrideDepthMax = 32;

const flakeIdPattern = /^[a-zA-Z][a-zA-Z0-9_-]*$/;

/** DeclaredInputs is what the attribute `inputs` says. */
export interface DeclaredInputs {
  readonly inputs: readonly FlakeInput[];
  readonly selfAttributes: Readonly<Record<string, FlakeRefAttr>>;
}

/**
 * readInputs reads the attribute `inputs` of a flake.
 *
 * Source: Nix 2.34, src/libflake/flake.cc (parseFlakeInputs, parseFlakeInput, applySelfAttrs).
 */
export function readInputs(attribute: StaticAttribute, refusals: Refusals): DeclaredInputs {
  const set = expectSet(attribute, refusals);
  const inputs: FlakeInput[] = [];
  const selfAttributes = new Map<string, FlakeRefAttr>();
  for (const input of set?.attributes() ?? []) {
    if (input.name === "self") readSelfAttributes(input, selfAttributes, refusals);
    else inputs.push({ ...readNamed(input, 0, refusals), implicit: false });
  }
  return { inputs, selfAttributes: Object.fromEntries(selfAttributes) };
}

/** implicitInput is the input that a formal of `outputs` stands for when nothing declares it. */
export function implicitInput(formal: Formal, refusals: Refusals): FlakeInput {
  const declaration = { isFlake: true, declared: noReference, overrides: [], ...namedReference(formal, refusals) };
  return { ...declaration, ...refusals.placeOf(nameOf(formal)), name: formal.name, implicit: true };
}

const noReference = { url: null, attrs: null, follows: null } as const;

function nameOf(formal: Formal): Span {
  return { start: formal.start, end: formal.start + formal.name.length };
}

function readNamed(input: StaticAttribute, depth: number, refusals: Refusals): InputOverride {
  const declaration = readDeclaration(input, depth, refusals);
  return { ...declaration, ...refusals.placeOf(input.span), name: input.name };
}

function readDeclaration(input: StaticAttribute, depth: number, refusals: Refusals): InputDeclaration {
  const draft = new InputDraft(refusals);
  const set = expectSet(input, refusals);
  if (!set) draft.problem ??= `input '${input.name}' is ${describeStaticValue(input.value)}`;
  for (const attribute of set?.attributes() ?? []) readAttribute(attribute, draft, depth);
  return draft.finish(input, depth === 0);
}

function readAttribute(attribute: StaticAttribute, draft: InputDraft, depth: number): void {
  const { value } = attribute;
  switch (attribute.name) {
    case "url":
      if (value.kind === "string") draft.url = { text: value.value, reference: value.value };
      else if (value.kind === "path") draft.setPath(attribute, value.text);
      else draft.refuse(attribute, "a string or a path");
      return;
    case "flake":
      if (value.kind === "boolean") draft.isFlake = value.value;
      else draft.refuse(attribute, "a Boolean");
      return;
    case "follows":
      if (value.kind === "string") draft.setFollows(attribute, value.value);
      else draft.refuse(attribute, "a string");
      return;
    case "inputs":
      draft.readOverrides(attribute, depth + 1);
      return;
    default: {
      const attr = referenceAttr(attribute.value);
      if (attr === null) draft.refuse(attribute, "a string, a Boolean or a whole number from 0");
      else draft.attrs.set(attribute.name, attr);
      draft.firstAttr ??= attribute;
    }
  }
}

/** InputDraft gathers the attributes of one input, and the first thing that is wrong with its reference. */
class InputDraft {
  readonly attrs = new Map<string, FlakeRefAttr>();
  overrides: readonly InputOverride[] = [];
  isFlake = true;
  /** `reference` is what Nix parses: a path literal becomes a `path:` URL. */
  url: { readonly text: string; readonly reference: string } | null = null;
  follows: string | null = null;
  firstAttr: StaticAttribute | null = null;
  problem: string | null = null;
  readonly #refusals: Refusals;

  constructor(refusals: Refusals) {
    this.#refusals = refusals;
  }

  refuse(attribute: StaticAttribute, expected: string): void {
    this.#note(
      `'${attribute.name}' should be ${expected} but is ${describeStaticValue(attribute.value)}`,
      attribute.span,
    );
  }

  setPath(attribute: StaticAttribute, text: string): void {
    const path = canonicalRelativePath(text);
    this.url = { text, reference: `path:${path ?? text}` };
    if (path === null) this.#note(`the path '${text}' is outside the source tree of the flake`, attribute.span);
  }

  setFollows(attribute: StaticAttribute, text: string): void {
    const path = text.split("/").filter((name) => name !== "");
    this.follows = path.join("/");
    const wrong = path.find((name) => !flakeIdPattern.test(name));
    if (wrong !== undefined) this.#note(`'follows' has an invalid input name '${wrong}'`, attribute.span);
  }

  readOverrides(attribute: StaticAttribute, depth: number): void {
    if (depth > overrideDepthMax) {
      this.#refusals.refuse(`inputs are nested over ${overrideDepthMax} levels`, attribute.span);
      return;
    }
    const overrides: InputOverride[] = [];
    for (const override of expectSet(attribute, this.#refusals)?.attributes() ?? []) {
      if (override.name === "self") this.#refusals.refuse("'self' is no input that can be overridden", override.span);
      else overrides.push(readNamed(override, depth, this.#refusals));
    }
    this.overrides = overrides.toSorted(byName);
  }

  finish(input: StaticAttribute, isDirect: boolean): InputDeclaration {
    const reference = this.#reference(input, isDirect);
    const hasType = this.attrs.has("type");
    const { isFlake, overrides, follows } = this;
    const url = hasType ? null : (this.url?.text ?? null);
    const attrs = this.#allAttrs();
    const declared = { url, attrs: attrs.size > 0 ? Object.fromEntries(attrs) : null, follows };
    return { isFlake, overrides, declared, ...reference };
  }

  #allAttrs(): Map<string, FlakeRefAttr> {
    const all = new Map(this.attrs);
    if (all.has("type") && this.url) all.set("url", this.url.reference);
    return all;
  }

  #reference(input: StaticAttribute, isDirect: boolean): ResolvedReference {
    const result = this.#parseReference(input);
    if (result?.status === "error") {
      // Nix takes the input, and fails only when it looks for the folder.
      if (result.isTakenForPath) this.problem ??= result.message;
      else this.#note(result.message, input.span);
    }
    if (this.follows !== null && result) {
      this.#note(`input '${input.name}' has both a reference and 'follows'`, input.span);
    }
    if (this.problem !== null) return { ref: null, refProblem: this.problem };
    if (result?.status === "ok") return { ref: result.ref, refProblem: null };
    if (this.follows !== null || !isDirect) return { ref: null, refProblem: null };
    return namedReference({ ...input.span, name: input.name }, this.#refusals);
  }

  #parseReference(input: StaticAttribute): FlakeRefResult | null {
    if (this.attrs.has("type")) return flakeRefFromAttrs(this.#allAttrs());
    if (this.firstAttr) {
      this.#note(`input '${input.name}' has an attribute '${this.firstAttr.name}' but no 'type'`, this.firstAttr.span);
    }
    return this.url && parseFlakeRef(this.url.reference, { isFlake: this.isFlake });
  }

  #note(message: string, span: Span): void {
    this.problem ??= message;
    this.#refusals.refuse(message, span);
  }
}

interface ResolvedReference {
  readonly ref: FlakeRef | null;
  readonly refProblem: string | null;
}

/** The registry reference of a name that nothing says more of. */
function namedReference(named: Span & { readonly name: string }, refusals: Refusals): ResolvedReference {
  if (flakeIdPattern.test(named.name)) return { ref: { id: named.name, type: "indirect" }, refProblem: null };
  const refProblem = `'${named.name}' is no name that a registry can have`;
  refusals.refuse(refProblem, named);
  return { ref: null, refProblem };
}

function readSelfAttributes(self: StaticAttribute, into: Map<string, FlakeRefAttr>, refusals: Refusals): void {
  for (const attribute of expectSet(self, refusals)?.attributes() ?? []) {
    const attr = referenceAttr(attribute.value);
    if (attr === null)
      refusals.refuse(`'self.${attribute.name}' is ${describeStaticValue(attribute.value)}`, attribute.span);
    else into.set(attribute.name, attr);
    if (attribute.name !== "submodules" && attribute.name !== "lfs") {
      refusals.refuse(`'self' has an unsupported attribute '${attribute.name}'`, attribute.span);
    }
  }
}

function referenceAttr(value: StaticValue): FlakeRefAttr | null {
  if (value.kind === "string" || value.kind === "boolean") return value.value;
  return value.kind === "integer" && value.value >= 0n ? Number(value.value) : null;
}

function expectSet(attribute: StaticAttribute, refusals: Refusals): StaticSet | null {
  if (attribute.value.kind === "set") return attribute.value.set;
  refusals.refuse(`'${attribute.name}' should be a set but is ${describeStaticValue(attribute.value)}`, attribute.span);
  return null;
}

/** byName sorts by name, by UTF-16 units. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
