import type { Evaluator } from "./evaluator.ts";
import type { Value } from "./value.ts";

/** Library is a helper library whose functions shape the outputs of a flake. */
export interface Library {
  readonly name: string;
  /** Names of the repositories it is known by, lower case: without owner, as forks keep the name, or with it (`owner/name`). */
  readonly repositories: readonly string[];
  /**
   * member is what the library has under a path, such as `["lib", "eachDefaultSystem"]`; `__functor` at the end stands for calling
   * what is before it. Undefined for what has no part in the outputs.
   *
   * @param input is the name of the library's input in the flake.
   */
  readonly member: (evaluator: Evaluator, path: readonly string[], input: string) => Value | undefined;
}
