import type { ParsedFlake } from "../flake/parsed-flake.ts";
import type { Evaluator } from "./evaluator.ts";
import { findInputReferences, type InputReference } from "./input-references.ts";
import type { Interpreter } from "./interpreter.ts";
import { libraryOf } from "./libraries.ts";
import type { NixSource } from "./repository-files.ts";

/** InputUses is which inputs the outputs use. An input that is only there for others to follow is not used by the outputs. */
export interface InputUses {
  /** Names of inputs that are used for certain, sorted. */
  readonly names: readonly string[];
  /** False when all inputs are handed to something that is not visible, so that any of them may be used. */
  readonly complete: boolean;
}

/** inputReferences finds the uses of inputs in `flake.nix` and in the files that it imports. */
export function inputReferences(
  flake: ParsedFlake,
  evaluator: Pick<Evaluator, "inputs">,
  sources: ReadonlyMap<string, NixSource>,
): readonly InputReference[] {
  const isHandedOn = (callee: readonly string[]) => isFlakePartsCall(evaluator, callee);
  const found: InputReference[] = [];
  for (const { expression } of sources.values()) {
    if (expression !== flake.expression) found.push(...findInputReferences(expression, new Map(), isHandedOn));
  }
  if (!flake.outputs) return found;
  const { parameter, body } = flake.outputs;
  const names = new Map<string, readonly string[]>();
  if (parameter.kind === "identifier-parameter") names.set(parameter.name, []);
  else {
    for (const { name } of parameter.formals) names.set(name, [name]);
    if (parameter.alias) names.set(parameter.alias.name, []);
  }
  const formals = parameter.kind === "pattern-parameter" ? parameter.formals : [];
  const defaults = formals.flatMap(({ defaultValue }) => (defaultValue ? [defaultValue] : []));
  for (const root of [...defaults, body]) found.push(...findInputReferences(root, names, isHandedOn));
  return found;
}

/** flake-parts takes the inputs to hand them to its modules; it uses only `self` and, for `pkgs`, `nixpkgs`. */
function isFlakePartsCall(evaluator: Pick<Evaluator, "inputs">, [input = "", lib, name]: readonly string[]): boolean {
  if (lib !== "lib" || (name !== "mkFlake" && name !== "evalFlakeModule")) return false;
  return libraryOf(evaluator, input)?.name === "flake-parts";
}

/** inputUses sums references up by input. */
export function inputUses(
  evaluator: Pick<Interpreter, "inputs" | "areInputsHandedOn">,
  references: readonly InputReference[],
): InputUses {
  const names = new Set<string>();
  for (const { path } of references) {
    const [name] = path;
    if (name !== undefined && evaluator.inputs.has(name)) names.add(name);
    if (isFlakePartsCall(evaluator, path) && evaluator.inputs.has("nixpkgs")) names.add("nixpkgs");
  }
  const isHandedOn = evaluator.areInputsHandedOn || references.some(({ path }) => path.length === 0);
  return { names: [...names].toSorted(), complete: !isHandedOn };
}
