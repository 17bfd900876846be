import { mergeBindings } from "../language/merge-bindings.ts";
import { parseNix } from "../language/parse.ts";
import { findUndefinedVariables, type UndefinedVariable } from "../language/scope.ts";
import { SourceText } from "../language/source-text.ts";
import type { AttributeSet, Expression, Lambda, Span } from "../language/syntax-tree.ts";
import { nodesOf } from "../language/walk.ts";
import type { FlakeInput, ParsedFlake } from "./parsed-flake.ts";
import { byName, implicitInput, readInputs } from "./read-inputs.ts";
import { readNixConfig } from "./read-nix-config.ts";
import { Refusals } from "./refusals.ts";
import { describeStaticValue, type StaticAttribute, StaticSet } from "./static-value.ts";

const flakeAttributes = new Set(["description", "inputs", "outputs", "nixConfig"]);

/**
 * parseFlake reads the text of a `flake.nix` as Nix does before it fetches the inputs, and never throws.
 *
 * What Nix refuses (a syntax error, `let … in { … }` around the flake, a computed input, an unknown attribute) is
 * `parse.status: "error"`; all that could be understood besides is there.
 *
 * Source: Nix 2.34, src/libflake/flake.cc (readFlake).
 */
export function parseFlake(source: string): ParsedFlake {
  const text = new SourceText(source);
  const refusals = new Refusals(text);
  const { expression, errors } = parseNix(source);
  const [firstError] = errors;
  if (firstError) refusals.refuse(firstError.message, firstError);
  else refuseUnbound(expression, refusals);
  const set = findFlakeSet(expression);
  if (set !== expression)
    refusals.refuse("a flake must be a set, written out, not an expression that gives one", expression);
  const flake = new StaticSet(source, mergeBindings(set?.bindings ?? [], set?.isRecursive ?? false), null);

  const description = readDescription(flake.attribute("description"), refusals);
  const inputsAttribute = flake.attribute("inputs");
  const { inputs, selfAttributes } = inputsAttribute
    ? readInputs(inputsAttribute, refusals)
    : { inputs: [], selfAttributes: {} };
  const outputs = readOutputs(flake.attribute("outputs"), set ?? expression, refusals);
  const implicit = implicitInputs(outputs, inputs, refusals);
  const nixConfigAttribute = flake.attribute("nixConfig");
  const nixConfig = nixConfigAttribute ? readNixConfig(nixConfigAttribute, refusals) : [];
  for (const attribute of flake.attributes()) {
    if (flakeAttributes.has(attribute.name)) continue;
    refusals.refuse(`a flake cannot have an attribute '${attribute.name}'`, attribute.span);
  }
  const { parse } = refusals;
  const allInputs = [...inputs, ...implicit].toSorted(byName);
  return { parse, description, inputs: allInputs, selfAttributes, nixConfig, outputs, expression, text };
}

/** Nix refuses a file, before it evaluates any of it, for a name that nothing defines and for a path in the home folder. */
function refuseUnbound(expression: Expression, refusals: Refusals): void {
  let first: UndefinedVariable | undefined;
  for (const variable of findUndefinedVariables(expression)) {
    if (!first || variable.start < first.start) first = variable;
  }
  if (first) refusals.refuse(`undefined variable '${first.name}'`, first);
  for (const node of nodesOf(expression)) {
    if (node.kind === "path" && node.anchor === "home") refusals.refuse("a flake cannot use the home folder", node);
  }
}

/** The set that is the flake; Nix takes it only when nothing is around it, we look inside to understand the rest. */
function findFlakeSet(expression: Expression): AttributeSet | null {
  let inner = expression;
  while (inner.kind === "let" || inner.kind === "with" || inner.kind === "assert") inner = inner.body;
  return inner.kind === "attribute-set" ? inner : null;
}

function readDescription(attribute: StaticAttribute | undefined, refusals: Refusals): string | null {
  if (!attribute) return null;
  if (attribute.value.kind === "string") return attribute.value.value;
  refusals.refuse(`'description' should be a string but is ${describeStaticValue(attribute.value)}`, attribute.span);
  return null;
}

function readOutputs(attribute: StaticAttribute | undefined, flake: Span, refusals: Refusals): Lambda | null {
  if (attribute?.value.kind === "function") return attribute.value.lambda;
  if (attribute) {
    refusals.refuse(`'outputs' should be a function but is ${describeStaticValue(attribute.value)}`, attribute.span);
  } else refusals.refuse("a flake must have the attribute 'outputs'", flake);
  return null;
}

function implicitInputs(outputs: Lambda | null, declared: readonly FlakeInput[], refusals: Refusals): FlakeInput[] {
  if (outputs?.parameter.kind !== "pattern-parameter") return [];
  const names = new Set(declared.map((input) => input.name));
  const implicit: FlakeInput[] = [];
  for (const formal of outputs.parameter.formals) {
    if (formal.name === "self") continue;
    // Nix reads the name of every formal as a reference, even of one that is declared, so `x'` is refused either way.
    const input = implicitInput(formal, refusals);
    if (!names.has(formal.name)) implicit.push(input);
    names.add(formal.name);
  }
  return implicit;
}
