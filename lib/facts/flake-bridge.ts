import type { Application, Binding, Expression } from "#lib/nix/language/syntax-tree.ts";
import { nodesOf } from "#lib/nix/language/walk.ts";
import { calleeName } from "./attribute-bindings.ts";

// `let`s, functions and names on the way to what a file evaluates to; a bridge has five or six.
const stepsMax = 64;

/**
 * onlyLoadsFlake says whether all that a Nix file evaluates to is taken from a flake that it loads, by flake-compat or by
 * `builtins.getFlake`. A file that adds anything of its own (`… // { }`, an override, a shell beside it) does more; one
 * that joins two parts of the flake (`devShells.default // devShells`) does not.
 */
export function onlyLoadsFlake(root: Expression): boolean {
  const bindings: Binding[] = [];
  const results: Expression[] = [root];
  for (let step = 0; step < stepsMax; step += 1) {
    const result = results.pop();
    if (result === undefined) return true;
    if (result.kind === "application" && loadsFlake(result, bindings)) continue;
    if (result.kind === "let") bindings.push(...result.bindings);
    const next = partsOf(result, bindings);
    if (next === undefined) return false;
    results.push(...next);
  }
  return false;
}

/** What an expression is taken from; undefined for one that makes something itself. */
function partsOf(result: Expression, bindings: readonly Binding[]): readonly Expression[] | undefined {
  switch (result.kind) {
    case "let":
    case "lambda":
    case "with":
    case "assert":
      return [result.body];
    case "selection":
      return [result.target];
    case "binary":
      return result.operator === "//" ? [result.left, result.right] : undefined;
    case "identifier": {
      const value = boundValue(result.name, bindings);
      return value && [value];
    }
    default:
      return undefined;
  }
}

function loadsFlake({ callee, arguments: given }: Application, bindings: readonly Binding[]): boolean {
  const name = calleeName(callee);
  // `import flake-compat { src = ./.; }` is one application of two arguments.
  return name === "getFlake" || (name === "import" && given.some((argument) => namesFlakeCompat(argument, bindings)));
}

function boundValue(name: string, bindings: readonly Binding[]): Expression | undefined {
  for (const binding of bindings) {
    if (binding.kind !== "binding" || binding.path.length !== 1) continue;
    const [bound] = binding.path;
    if (bound?.kind === "static-name" && bound.name === name) return binding.value;
  }
  return undefined;
}

/** By what it is called, by the node of the lock, or by the address or the path that it comes from. */
function namesFlakeCompat(argument: Expression, bindings: readonly Binding[]): boolean {
  const source = argument.kind === "identifier" ? (boundValue(argument.name, bindings) ?? argument) : argument;
  return [argument, source].some((expression) =>
    nodesOf(expression).some((node) => {
      if (node.kind === "identifier" || node.kind === "static-name") return isFlakeCompat(node.name);
      return node.kind === "text" && isFlakeCompat(node.value);
    }),
  );
}

function isFlakeCompat(text: string): boolean {
  return /flake-?compat/i.test(text);
}
