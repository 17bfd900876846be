import type { Evaluator } from "./evaluator.ts";
import { inputOwner, inputRepository } from "./input-repository.ts";
import { blueprint } from "./libraries/blueprint.ts";
import { flakeParts } from "./libraries/flake-parts.ts";
import { flakeUtils } from "./libraries/flake-utils.ts";
import { flakeUtilsPlus } from "./libraries/flake-utils-plus.ts";
import { flakelight } from "./libraries/flakelight.ts";
import { importTree } from "./libraries/import-tree.ts";
import { nixosUnified } from "./libraries/nixos-unified.ts";
import { snowfall } from "./libraries/snowfall.ts";
import type { Library } from "./library.ts";
import type { OpaqueValue, Value } from "./value.ts";

/** libraries is every helper library whose functions are understood, one line each. */
export const libraries: readonly Library[] = [
  blueprint,
  flakeParts,
  flakeUtils,
  flakeUtilsPlus,
  flakelight,
  importTree,
  nixosUnified,
  snowfall,
];

const byRepository = new Map(
  libraries.flatMap((library) => library.repositories.map((name): [string, Library] => [name, library])),
);

/** libraryOf is the helper library that an input is, if it is a known one. */
export function libraryOf(evaluator: Pick<Evaluator, "inputs">, inputName: string): Library | undefined {
  const input = evaluator.inputs.get(inputName);
  if (!input) return undefined;
  const repository = inputRepository(input);
  return byRepository.get(`${inputOwner(input)}/${repository}`) ?? byRepository.get(repository);
}

/** libraryMember is what a known helper library has where an opaque value was taken from. */
export function libraryMember(evaluator: Evaluator, value: OpaqueValue): Value | undefined {
  if (value.input === null) return undefined;
  return libraryOf(evaluator, value.input)?.member(evaluator, value.path, value.input);
}
