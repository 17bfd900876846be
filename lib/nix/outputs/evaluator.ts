import type { FlakeInput } from "../flake/parsed-flake.ts";
import type { Lazy, Value } from "./value.ts";

/** Evaluator is what the functions that we know (built-in, of Nixpkgs, of helper libraries) may ask of the interpreter. */
export interface Evaluator {
  /** call applies a function; the result is opaque when `fn` is no function that can be seen. */
  readonly call: (fn: Value, ...given: readonly Lazy[]) => Value;
  /** select is the attribute of a set; opaque when it cannot be told. */
  readonly select: (target: Value, name: string) => Value;
  /** importFile is the value of a file of the repository, or of `default.nix` in a folder; opaque when it cannot be read. */
  readonly importFile: (path: string) => Value;
  /** spend takes steps from the budget of the analysis; false when it is used up, and then a loop must end. */
  readonly spend: (steps: number) => boolean;
  /** nested runs a step of a chain that could be as long as the file; opaque when the chain is too long. */
  readonly nested: (run: () => Value) => Value;
  /** noteSystems keeps a list of systems that the flake is made for. */
  readonly noteSystems: (systems: readonly string[]) => void;
  /** noteFlakePartsOption keeps the name of an option that a module for flake-parts sets. */
  readonly noteFlakePartsOption: (name: string) => void;
  /** noteInputsHandedOn says that code which is not visible gets all inputs and may use any. */
  readonly noteInputsHandedOn: () => void;
  /** The inputs of the flake by name. */
  readonly inputs: ReadonlyMap<string, FlakeInput>;
  /** The folder of the flake in the repository, "." for the root. */
  readonly directory: string;
  /** filesBelow lists the files below a folder, relative to it; null when the files of the repository are not known. */
  readonly filesBelow: (folder: string) => readonly string[] | null;
  /** fileExists says whether there is such a file; null when the files of the repository are not known. */
  readonly fileExists: (path: string) => boolean | null;
}
