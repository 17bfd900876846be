import { parseFlake } from "#lib/nix/flake/parse-flake.ts";
import { parseNix } from "#lib/nix/language/parse.ts";
import type { Check, CheckContext } from "../check.ts";

/** fixOf is the fix that a check makes for one subject of a repository. */
export function fixOf(check: Check, context: CheckContext, subject: string) {
  const result = check.evaluate(context).find((found) => found.subject === subject);
  return result === undefined ? null : (check.fix?.(context, result) ?? null);
}

/** nixProblems are the syntax errors of an expression; none for what Nix accepts. */
export function nixProblems(text: string): readonly string[] {
  return parseNix(text).errors.map(({ message }) => message);
}

/** inputsOf are the inputs of a flake that has these lines in it, by name. */
export function inputsOf(lines: string) {
  const { parse, inputs } = parseFlake(`{ ${lines} outputs = inputs: { }; }`);
  return { status: parse.status, inputs: Object.fromEntries(inputs.map((input) => [input.name, input])) };
}
