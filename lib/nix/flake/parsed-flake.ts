import type { FlakeRef, FlakeRefAttr } from "../flake-ref/flake-ref.ts";
import type { SourceText } from "../language/source-text.ts";
import type { Expression, Lambda } from "../language/syntax-tree.ts";

/**
 * ParsedFlake is what a `flake.nix` says without being evaluated.
 *
 * After an error it still holds all that could be understood, so that a flake with one wrong line is not a blank.
 */
export interface ParsedFlake {
  readonly parse: FlakeParse;
  /** Null when there is none, or none that Nix would take. */
  readonly description: string | null;
  /** Declared and implicit inputs, sorted by name (by UTF-16 units). `self` is not among them. */
  readonly inputs: readonly FlakeInput[];
  /** The attributes of `inputs.self`, such as `submodules` and `lfs`. */
  readonly selfAttributes: Readonly<Record<string, FlakeRefAttr>>;
  /** The settings of `nixConfig` that Nix would take, in source order. */
  readonly nixConfig: readonly NixSetting[];
  /** The function `outputs`; null when it is missing, is no literal function, or is a built-in one such as `import`. */
  readonly outputs: Lambda | null;
  /** The whole file as parsed, and its text, for those who want to look further. */
  readonly expression: Expression;
  readonly text: SourceText;
}

/** FlakeParse is `error` exactly when Nix would refuse the flake before it fetches any input. The first reason is given. */
export type FlakeParse =
  | { readonly status: "ok" }
  | { readonly status: "error"; readonly message: string; readonly line: number; readonly column: number };

/** SourcePlace is where something stands: UTF-16 offsets (`end` exclusive), and line and column from 1 (column in bytes). */
export interface SourcePlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** FlakeInput is one input of the flake. Its place is its name, where it is first bound. */
export interface FlakeInput extends InputDeclaration, SourcePlace {
  readonly name: string;
  /** True for a formal of `outputs` that is not declared: Nix looks it up in the registry under its name. */
  readonly implicit: boolean;
}

/** InputOverride is one input of an input: `inputs.<input>.inputs.<name>`. Its `ref` is null when it only carries overrides. */
export interface InputOverride extends InputDeclaration, SourcePlace {
  readonly name: string;
}

/** InputDeclaration is what is said of an input, wherever it stands. */
export interface InputDeclaration {
  /** False for `flake = false`. */
  readonly isFlake: boolean;
  readonly declared: DeclaredReference;
  /** Sorted by name. */
  readonly overrides: readonly InputOverride[];
  /** The normalised reference; null when the input follows another, or when it cannot be told (`refProblem` says why). */
  readonly ref: FlakeRef | null;
  /** Why `ref` cannot be told, in one sentence: computed, or refused by Nix. Null when nothing is wrong. */
  readonly refProblem: string | null;
}

/**
 * DeclaredReference is the reference as written; of the three only one is set, or none (then the name is looked up in the
 * registry), unless the flake is wrong.
 */
export interface DeclaredReference {
  /** A path literal stands as it is written: `./sub`. */
  readonly url: string | null;
  /** The attribute form, `{ type = "github"; owner = …; }`, with its `url` if it has one. */
  readonly attrs: Readonly<Record<string, FlakeRefAttr>> | null;
  /** Input names joined with `/`; `""` is the flake itself. */
  readonly follows: string | null;
}

/** NixSetting is one setting of `nixConfig`. Its place is its name. */
export interface NixSetting extends SourcePlace {
  readonly name: string;
  /** A path stands as it is written. */
  readonly value: string | number | boolean | readonly string[];
  readonly isPath: boolean;
}
