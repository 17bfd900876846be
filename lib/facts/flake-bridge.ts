import type { Binding, Expression } from "#lib/nix/language/syntax-tree.ts";
import { nodesOf } from "#lib/nix/language/walk.ts";
import { calleeName } from "./attribute-bindings.ts";

// `let`s, functions and names on the way to what a file evaluates to; a bridge has three or four.
const stepsMax = 32;

/**
 * onlyLoadsFlake says whether all that a Nix file evaluates to is taken from a flake that it loads, by flake-compat or by
 * `builtins.getFlake`. A file that adds anything of its own (`… // { }`, an override, a shell beside it) does more.
 */
export function onlyLoadsFlake(root: Expression): boolean {
  const bindings: Binding[] = [];
  let result = root;
  for (let step = 0; step < stepsMax; step += 1) {
    switch (result.kind) {
      case "lambda":
      case "with":
      case "assert":
        result = result.body;
        break;
      case "let":
        bindings.push(...result.bindings);
        result = result.body;
        break;
      case "selection":
        result = result.target;
        break;
      case "identifier": {
        const value = boundValue(result.name, bindings);
        if (value === undefined) return false;
        result = value;
        break;
      }
      case "application": {
        const name = calleeName(result.callee);
        if (name === "getFlake") return true;
        // `import flake-compat { src = ./.; }` is one application of two arguments.
        return name === "import" && result.arguments.some((argument) => namesFlakeCompat(argument, bindings));
      }
      default:
        return false;
    }
  }
  return false;
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
