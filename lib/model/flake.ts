import type { Evidence } from "./evidence.ts";
import type { Observed } from "./observed.ts";

/** FlakeRole says what a flake is for, by its path; only `main` flakes count as adoption. */
export type FlakeRole = "main" | "template" | "example" | "test";

/** FlakeRefAttributes is a flake reference as attributes, as `builtins.parseFlakeRef` and flake.lock write it. */
export type FlakeRefAttributes = Readonly<Record<string, string | number | boolean>>;

/** LockedSource is where a lock node points, as flake.lock holds it. */
export interface LockedSource {
  readonly attributes: FlakeRefAttributes;
  /** Unix seconds, UTC; unknown when the node has none. */
  readonly lastModified: Observed<number>;
}

/** InputFacts is one input: a named edge from a flake to a lock node. */
export interface InputFacts {
  readonly name: string;
  /** Not declared, but asked for by the formals of `outputs`. */
  readonly isImplicit: boolean;
  /** False for `flake = false`. */
  readonly isFlake: boolean;
  /** The declared URL as written; null when the input follows, uses attributes or is implicit. */
  readonly declaredUrl: string | null;
  /** The path of input names that it follows, joined with `/`; `""` is the root; null when it follows nothing. */
  readonly follows: string | null;
  /** Where it points, normalised as Nix does; null when it follows or cannot be resolved statically. */
  readonly ref: FlakeRefAttributes | null;
  /** The label of the lock node that it resolves to from the root; unknown without lock or node. */
  readonly node: Observed<string>;
  /** What that node is locked to; null when it is the root itself, a relative path, or unlocked. */
  readonly locked: LockedSource | null;
  /** `original` of that node: what was asked for when it was locked. */
  readonly original: FlakeRefAttributes | null;
  /** The version range that it asks a registry of releases (FlakeHub) for, as written; null without one. */
  readonly versionRange: string | null;
  /** The release that the lock holds; null without one. */
  readonly resolvedVersion: string | null;
  /** Whether the node's source is a Nixpkgs tree; without a node, whether the reference asks for one. */
  readonly isNixpkgs: boolean;
  /** Where flake.nix declares it, or where the lock does. */
  readonly evidence: Evidence;
}

/** LockNodeFacts is one vertex of flake.lock but the root; its label says nothing about any input's name. */
export interface LockNodeFacts {
  readonly label: string;
  readonly isFlake: boolean;
  readonly isReachable: boolean;
  readonly isNixpkgs: boolean;
  readonly locked: LockedSource | null;
  readonly original: FlakeRefAttributes | null;
  /** The shortest path of input names from the root, joined with `/`; null when unreachable. */
  readonly introducedBy: string | null;
  /** The line of flake.lock where the node begins. */
  readonly line: number | null;
}

/** LockFacts is what flake.lock says, or why it says nothing: `error` when Nix would refuse it, `unread` when its text could not be had. */
export type LockFacts =
  | {
      readonly status: "ok";
      readonly version: number;
      readonly nodes: readonly LockNodeFacts[];
    }
  | { readonly status: "missing" }
  | { readonly status: "unread"; readonly message: string }
  | { readonly status: "error"; readonly message: string };

/** ParseFacts says whether flake.nix is a flake that Nix would accept; `unread` when its text could not be had. */
export type ParseFacts =
  | { readonly status: "ok" }
  | { readonly status: "unread"; readonly message: string }
  | { readonly status: "error"; readonly message: string; readonly line: number; readonly column: number };

/** OutputsFacts is what a flake offers, as far as it can be seen without evaluating it. */
export interface OutputsFacts {
  /** Sorted by name: `devShells`, `packages`, and any other. */
  readonly kinds: readonly { readonly name: string; readonly evidence: Evidence | null }[];
  /** False when there may be other outputs, or some of these only under a condition. */
  readonly isComplete: boolean;
}

/** FlakeFacts is one `flake.nix` at a path. */
export interface FlakeFacts {
  /** The folder of flake.nix, `.` for the root. */
  readonly directory: string;
  readonly role: FlakeRole;
  readonly parse: ParseFacts;
  readonly description: string | null;
  /** Declared and implicit, sorted by name. */
  readonly inputs: readonly InputFacts[];
  /** Null when flake.nix could not be read. */
  readonly outputs: OutputsFacts | null;
  readonly lock: LockFacts;
}
