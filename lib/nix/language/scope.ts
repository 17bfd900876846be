import { globalNames } from "./global-names.ts";
import { type MergedAttributes, mergeBindings } from "./merge-bindings.ts";
import type { Binding, Expression, Identifier, Lambda, StaticName } from "./syntax-tree.ts";
import { childrenOf } from "./walk.ts";

/** UndefinedVariable is a use of a name that nothing defines; Nix refuses the whole file for it. */
export type UndefinedVariable = Identifier | StaticName;

/** What is still to be done: look at an expression or a set in the scope as it then is, or change the scope. */
type Step =
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "set"; readonly attributes: MergedAttributes; readonly isScope: boolean }
  | { readonly kind: "open" | "close"; readonly names: readonly string[] }
  | { readonly kind: "open-with" | "close-with" };

/**
 * findUndefinedVariables finds the variables that no `let`, `rec`, function argument or built-in defines, and that no
 * `with` around them could. `nix-instantiate --parse` refuses a file for the first of them, though its syntax is
 * right.
 *
 * It walks without recursion and in time proportional to the tree. Order is not specified.
 * Source: Nix 2.34, src/libexpr/nixexpr.cc (the `bindVars` methods).
 */
export function findUndefinedVariables(root: Expression): readonly UndefinedVariable[] {
  const undefinedVariables: UndefinedVariable[] = [];
  /** How many scopes around the present place define a name. */
  const defined = new Map<string, number>();
  let withs = 0;
  const look = (name: string, node: UndefinedVariable) => {
    if (withs > 0 || (defined.get(name) ?? 0) > 0 || globalNames.has(name) || name === "__curPos") return;
    undefinedVariables.push(node);
  };
  const pending: Step[] = [{ kind: "expression", expression: root }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    if (step.kind === "open-with") withs++;
    else if (step.kind === "close-with") withs--;
    else if (step.kind === "open" || step.kind === "close") {
      const change = step.kind === "open" ? 1 : -1;
      for (const name of step.names) defined.set(name, (defined.get(name) ?? 0) + change);
    } else if (step.kind === "expression" && step.expression.kind === "identifier") {
      look(step.expression.name, step.expression);
    } else if (step.kind === "expression" || step.kind === "set") {
      if (step.kind === "set") lookUpInherited(step.attributes, look);
      const steps = step.kind === "set" ? stepsOfSet(step) : stepsOf(step.expression);
      for (let i = steps.length - 1; i >= 0; i--) {
        const next = steps[i];
        if (next) pending.push(next);
      }
    }
  }
  return undefinedVariables;
}

/** `inherit a;` takes `a` from outside the set, so it is looked up before the set's own scope opens. */
function lookUpInherited(attributes: MergedAttributes, look: (name: string, node: StaticName) => void): void {
  for (const attribute of attributes.attributes.values()) {
    if (attribute.kind === "inherited") look(attribute.name.name, attribute.name);
  }
}

function stepsOf(expression: Expression): readonly Step[] {
  switch (expression.kind) {
    case "attribute-set":
      return [setStep(expression.bindings, expression.isRecursive)];
    case "legacy-let":
      return [setStep(expression.bindings, true)];
    case "let": {
      const attributes = mergeBindings(expression.bindings, true);
      const scope = [...attributes.attributes.keys()];
      return [{ kind: "set", attributes, isScope: true }, ...inScope(scope, [expressionStep(expression.body)])];
    }
    case "lambda":
      return stepsOfLambda(expression);
    case "with":
      return [
        expressionStep(expression.scope),
        { kind: "open-with" },
        expressionStep(expression.body),
        { kind: "close-with" },
      ];
    default:
      return stepsOfChildren(expression);
  }
}

function stepsOfLambda({ parameter, body }: Lambda): readonly Step[] {
  if (parameter.kind === "identifier-parameter") return inScope([parameter.name], [expressionStep(body)]);
  const names = parameter.formals.map((formal) => formal.name);
  if (parameter.alias) names.push(parameter.alias.name);
  const defaults = parameter.formals.flatMap(({ defaultValue }) =>
    defaultValue ? [expressionStep(defaultValue)] : [],
  );
  return inScope(names, [...defaults, expressionStep(body)]);
}

/** The children of an expression that opens no scope: expressions, names and parts of strings. */
function stepsOfChildren(expression: Expression): readonly Step[] {
  const steps: Step[] = [];
  for (const child of childrenOf(expression)) {
    if (child.kind === "interpolation" || child.kind === "dynamic-name") steps.push(expressionStep(child.expression));
    else if (isExpression(child)) steps.push(expressionStep(child));
  }
  return steps;
}

function isExpression(node: ReturnType<typeof childrenOf>[number]): node is Expression {
  switch (node.kind) {
    case "binding":
    case "inherit":
    case "static-name":
    case "dynamic-name":
    case "text":
    case "interpolation":
    case "identifier-parameter":
    case "pattern-parameter":
    case "formal":
      return false;
    default:
      return true;
  }
}

function setStep(bindings: readonly Binding[], isRecursive: boolean): Step {
  const attributes = mergeBindings(bindings, isRecursive);
  return { kind: "set", attributes, isScope: isRecursive };
}

function stepsOfSet({ attributes, isScope }: Extract<Step, { kind: "set" }>): readonly Step[] {
  const steps: Step[] = attributes.inheritSources.map(expressionStep);
  for (const attribute of attributes.attributes.values()) {
    if (attribute.kind === "value") steps.push(expressionStep(attribute.value));
    else if (attribute.kind === "attributes") steps.push(nestedStep(attribute.attributes));
  }
  for (const { name, value } of attributes.dynamic) {
    steps.push(expressionStep(name), "kind" in value ? expressionStep(value) : nestedStep(value));
  }
  return isScope ? inScope([...attributes.attributes.keys()], steps) : steps;
}

function nestedStep(attributes: MergedAttributes): Step {
  return { kind: "set", attributes, isScope: attributes.isRecursive };
}

function inScope(names: readonly string[], steps: readonly Step[]): readonly Step[] {
  return [{ kind: "open", names }, ...steps, { kind: "close", names }];
}

function expressionStep(expression: Expression): Step {
  return { kind: "expression", expression };
}
