import { type MergedAttributes, mergeBindings } from "../language/merge-bindings.ts";
import type { AttributeName, Expression, Lambda } from "../language/syntax-tree.ts";
import { childrenOf } from "../language/walk.ts";

/** InputReference is a use of the inputs: `["nixpkgs", "lib"]` for `inputs.nixpkgs.lib`, `[]` where all inputs are handed on as one. */
export interface InputReference {
  readonly path: readonly string[];
  readonly start: number;
}

/** What a name stands for: a path in the inputs, or null for anything else. */
type Target = readonly string[] | null;

type Step =
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "set"; readonly attributes: MergedAttributes; readonly isScope: boolean }
  | { readonly kind: "open"; readonly names: readonly (readonly [string, Target])[] }
  | { readonly kind: "open-set"; readonly attributes: MergedAttributes }
  | { readonly kind: "close"; readonly names: readonly string[] };

/**
 * findInputReferences finds where an expression uses the inputs, through `let`, `inherit` and other names for them. A parameter of
 * an inner function that is called `inputs` or `inputs'` is taken to be the inputs again, as modules get them.
 *
 * It walks without recursion, in time proportional to the tree; the order of the result is not specified.
 *
 * @param names is what the names outside of `root` stand for.
 * @param isHandedOn says of a call that its first argument gets the inputs but uses none by itself; they are not counted there.
 */
export function findInputReferences(
  root: Expression,
  names: ReadonlyMap<string, readonly string[]>,
  isHandedOn: (callee: readonly string[]) => boolean = () => false,
): readonly InputReference[] {
  return new ReferenceFinder(names, isHandedOn).find(root);
}

// Longer paths say nothing more.
const pathLengthMax = 6;

class ReferenceFinder {
  readonly #references: InputReference[] = [];
  readonly #bindings = new Map<string, Target[]>();
  readonly #pending: Step[] = [];
  readonly #isHandedOn: (callee: readonly string[]) => boolean;

  constructor(names: ReadonlyMap<string, readonly string[]>, isHandedOn: (callee: readonly string[]) => boolean) {
    for (const [name, target] of names) this.#bindings.set(name, [target]);
    this.#isHandedOn = isHandedOn;
  }

  find(root: Expression): readonly InputReference[] {
    this.#pending.push({ kind: "expression", expression: root });
    for (let step = this.#pending.pop(); step; step = this.#pending.pop()) this.#take(step);
    return this.#references;
  }

  #take(step: Step): void {
    switch (step.kind) {
      case "open":
        for (const [name, target] of step.names) this.#bind(name, target);
        return;
      case "close":
        for (const name of step.names) this.#bindings.get(name)?.pop();
        return;
      case "open-set":
        this.#openSet(step.attributes);
        return;
      case "set":
        this.#set(step.attributes, step.isScope);
        return;
      case "expression":
        this.#expression(step.expression);
    }
  }

  #bind(name: string, target: Target): void {
    const known = this.#bindings.get(name);
    if (known) known.push(target);
    else this.#bindings.set(name, [target]);
  }

  #lookUp(name: string): Target {
    return this.#bindings.get(name)?.at(-1) ?? null;
  }

  /** Opens the scope of a `let` or `rec`; names for parts of the inputs are seen through. */
  #openSet(attributes: MergedAttributes): void {
    for (const name of attributes.attributes.keys()) this.#bind(name, null);
    // Twice, because a name can be used before the one that it stands for.
    for (let round = 0; round < 2; round++) {
      const sources = attributes.inheritSources.map((source) => this.#targetOf(source));
      for (const [name, attribute] of attributes.attributes) {
        let target: Target = null;
        if (attribute.kind === "value") target = this.#targetOf(attribute.value);
        else if (attribute.kind === "inherited-from") target = extend(sources[attribute.sourceIndex] ?? null, name);
        else if (attribute.kind === "inherited") target = this.#bindings.get(name)?.at(-2) ?? null;
        const stack = this.#bindings.get(name);
        if (stack) stack[stack.length - 1] = target;
      }
    }
  }

  #targetOf(expression: Expression): Target {
    if (expression.kind === "identifier") return this.#lookUp(expression.name);
    if (expression.kind !== "selection" || expression.target.kind !== "identifier") return null;
    const base = this.#lookUp(expression.target.name);
    return base && extendAll(base, expression.path);
  }

  #push(...steps: readonly Step[]): void {
    for (const step of steps.toReversed()) this.#pending.push(step);
  }

  #set(attributes: MergedAttributes, isScope: boolean): void {
    const steps: Step[] = [];
    for (const [index, source] of attributes.inheritSources.entries()) {
      const target = this.#targetOf(source);
      if (!target) steps.push({ kind: "expression", expression: source });
      else if (!isScope) this.#inheritFrom(attributes, index, target, source.start);
    }
    for (const attribute of attributes.attributes.values()) {
      if (attribute.kind === "attributes") {
        steps.push(...setSteps(attribute.attributes));
      } else if (attribute.kind === "value") {
        // A name for a part of the inputs is no use of it; the uses of the name are.
        if (!isScope || !this.#targetOf(attribute.value))
          steps.push({ kind: "expression", expression: attribute.value });
      } else if (attribute.kind === "inherited" && !isScope) {
        this.#record(this.#lookUp(attribute.name.name), attribute.name.start);
      }
    }
    for (const { name, value } of attributes.dynamic) {
      steps.push({ kind: "expression", expression: name });
      steps.push(...("kind" in value ? [{ kind: "expression", expression: value } as const] : setSteps(value)));
    }
    this.#push(...steps);
  }

  #inheritFrom(attributes: MergedAttributes, index: number, target: readonly string[], start: number): void {
    for (const [name, attribute] of attributes.attributes) {
      if (attribute.kind === "inherited-from" && attribute.sourceIndex === index)
        this.#record(extend(target, name), start);
    }
  }

  #record(target: Target, start: number): void {
    if (target) this.#references.push({ path: target, start });
  }

  #expression(expression: Expression): void {
    switch (expression.kind) {
      case "identifier":
        this.#record(this.#lookUp(expression.name), expression.start);
        return;
      case "selection":
      case "has-attribute": {
        const base = expression.target.kind === "identifier" ? this.#lookUp(expression.target.name) : null;
        if (base) this.#record(extendAll(base, expression.path), expression.start);
        else this.#push({ kind: "expression", expression: expression.target });
        this.#names(expression.path);
        if (expression.kind === "selection" && expression.defaultValue) {
          this.#push({ kind: "expression", expression: expression.defaultValue });
        }
        return;
      }
      case "attribute-set":
        this.#push(...setSteps(mergeBindings(expression.bindings, expression.isRecursive)));
        return;
      case "legacy-let":
        this.#push(...setSteps(mergeBindings(expression.bindings, true)));
        return;
      case "let":
        this.#push(
          ...setSteps(mergeBindings(expression.bindings, true), { kind: "expression", expression: expression.body }),
        );
        return;
      case "lambda":
        this.#lambda(expression);
        return;
      case "application": {
        const callee = this.#targetOf(expression.callee);
        const [, ...rest] = expression.arguments;
        const kept = callee && this.#isHandedOn(callee) ? rest : expression.arguments;
        this.#push(...[expression.callee, ...kept].map((each) => ({ kind: "expression", expression: each }) as const));
        return;
      }
      default:
        this.#push(...expressionsBelow(expression).map((each) => ({ kind: "expression", expression: each }) as const));
    }
  }

  #names(path: readonly AttributeName[]): void {
    for (const name of path) {
      if (name.kind === "dynamic-name") this.#push({ kind: "expression", expression: name.expression });
    }
  }

  #lambda({ parameter, body }: Lambda): void {
    if (parameter.kind === "identifier-parameter") {
      const names = [parameterTarget(parameter.name)];
      this.#push(
        { kind: "open", names },
        { kind: "expression", expression: body },
        { kind: "close", names: [parameter.name] },
      );
      return;
    }
    const names = parameter.formals.map(({ name }) => parameterTarget(name));
    if (parameter.alias) names.push(parameterTarget(parameter.alias.name));
    const defaults = parameter.formals.flatMap(({ defaultValue }) => (defaultValue ? [defaultValue] : []));
    this.#push(
      { kind: "open", names },
      ...[...defaults, body].map((expression) => ({ kind: "expression", expression }) as const),
      { kind: "close", names: names.map(([name]) => name) },
    );
  }
}

function parameterTarget(name: string): readonly [string, Target] {
  return [name, name === "inputs" || name === "inputs'" ? [] : null];
}

function setSteps(attributes: MergedAttributes, ...body: readonly Step[]): readonly Step[] {
  const set: Step = { kind: "set", attributes, isScope: attributes.isRecursive };
  if (!attributes.isRecursive) return [set, ...body];
  return [{ kind: "open-set", attributes }, set, ...body, { kind: "close", names: [...attributes.attributes.keys()] }];
}

/** `self.inputs` are the inputs again. */
function extend(base: Target, name: string): Target {
  if (!base) return null;
  const path = base.length >= pathLengthMax ? base : [...base, name];
  return path.length === 2 && path[0] === "self" && path[1] === "inputs" ? [] : path;
}

function extendAll(base: readonly string[], names: readonly AttributeName[]): readonly string[] {
  let path: Target = base;
  for (const name of names) {
    if (name.kind === "dynamic-name") break;
    path = extend(path, name.name);
  }
  return path ?? base;
}

function expressionsBelow(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  for (const child of childrenOf(expression)) {
    switch (child.kind) {
      case "interpolation":
      case "dynamic-name":
        found.push(child.expression);
        break;
      case "binding":
      case "inherit":
      case "static-name":
      case "text":
      case "identifier-parameter":
      case "pattern-parameter":
      case "formal":
        break;
      default:
        found.push(child);
    }
  }
  return found;
}
