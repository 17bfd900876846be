import { Parser } from "./parser.ts";
import { SourceText } from "./source-text.ts";
import type { ParseLimits, ParseResult, SyntaxProblem } from "./syntax-tree.ts";

/**
 * depthMaxDefault bounds brackets in brackets. In 22,000 real files the deepest has 28 levels; the parser needs about 1 kB of stack
 * for a level, and Node gives 984 kB, of which the caller needs some.
 */
export const depthMaxDefault = 400;

/**
 * lengthMaxDefault is 32 Mi UTF-16 units: the largest file of Nixpkgs, its list of Haskell packages, has about 20 MB.
 */
export const lengthMaxDefault = 32 * 1024 * 1024;

/**
 * parseNix reads a Nix expression as Nix 2.34 does, pipe operators included.
 *
 * It never throws and takes time in proportion to the source. `errors` is empty exactly when Nix would accept the file
 * as far as syntax goes (`findUndefinedVariables` of `./scope.ts` tells what `nix-instantiate --parse` refuses beyond
 * that). After an error it goes on, so that the tree holds what can still be understood; `error` nodes stand in the
 * gaps. Past a limit the rest of the file is left out, with one problem that says so.
 */
export function parseNix(source: string, limits: ParseLimits = {}): ParseResult {
  const text = new SourceText(source);
  const lengthMax = limits.lengthMax ?? lengthMaxDefault;
  if (source.length > lengthMax) {
    const message = `the file is longer than ${lengthMax} characters and is not read`;
    return {
      expression: { kind: "error", start: 0, end: source.length },
      errors: [{ message, start: 0, end: source.length, ...text.positionAt(0) }],
    };
  }
  const parser = new Parser(source, limits.depthMax ?? depthMaxDefault);
  const expression = parser.parseFile();
  const errors: SyntaxProblem[] = parser.problems
    .toSorted((a, b) => a.start - b.start)
    .map((problem) => ({ ...problem, ...text.positionAt(problem.start) }));
  return { expression, errors };
}
