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

/** InputOverrideFacts is one input of an input, as `inputs.<name>.inputs.<override>` declares it. */
export interface InputOverrideFacts {
  readonly name: string;
  /** As written; null when it follows, uses attributes, or only carries overrides of its own. */
  readonly url: string | null;
  /** The path of input names from the root, joined with `/`; `""` is the root; null when it follows nothing. */
  readonly follows: string | null;
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
  /** The declared attribute form as written; null when the input uses a URL, follows or is implicit. */
  readonly declaredAttributes: FlakeRefAttributes | null;
  /** The path of input names that it follows, joined with `/`; `""` is the root; null when it follows nothing. */
  readonly follows: string | null;
  /** What it says of the inputs of its own flake (`inputs.<name>.inputs.*`), sorted by name. */
  readonly overrides: readonly InputOverrideFacts[];
  /** Where it points, normalised as Nix does; null when it follows or cannot be resolved statically. */
  readonly ref: FlakeRefAttributes | null;
  /** Why `ref` cannot be told: computed, or refused by Nix. Null when nothing is wrong. */
  readonly refProblem: string | null;
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

/** LockEdgeFacts is one input of a lock node: `label` is the node it leads to, `follows` the path it follows; one is null. */
export interface LockEdgeFacts {
  readonly name: string;
  readonly label: string | null;
  /** Input names from the root joined with `/`; `""` is the root itself. */
  readonly follows: string | null;
}

/**
 * LockDriftFacts is where flake.lock differs from what flake.nix declares, as `nix flake lock` would find it. Names are
 * paths of input names joined with `/`; `unknown` ones could not be compared and are neither.
 */
export interface LockDriftFacts {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly different: readonly { readonly name: string; readonly declared: string; readonly locked: string }[];
  readonly unknown: readonly string[];
}

/** LockNodeFacts is one vertex of flake.lock but the root; its label says nothing about any input's name. */
export interface LockNodeFacts {
  readonly label: string;
  readonly isFlake: boolean;
  readonly isReachable: boolean;
  readonly isNixpkgs: boolean;
  readonly locked: LockedSource | null;
  readonly original: FlakeRefAttributes | null;
  /** Its inputs by name: each leads to a node by label, or follows a path of input names from the root. */
  readonly edges: readonly LockEdgeFacts[];
  /** The shortest path of input names from the root, joined with `/`; null when unreachable. */
  readonly introducedBy: string | null;
  /** The direct input that alone brings it in: without that input it would be gone. Null when several do. */
  readonly onlyInput: string | null;
  /** The line of flake.lock where the node begins. */
  readonly line: number | null;
}

/** LockFacts is what flake.lock says, or why it says nothing: `error` when Nix would refuse it, `unread` when its text could not be had. */
export type LockFacts =
  | {
      readonly status: "ok";
      readonly version: number;
      readonly nodes: readonly LockNodeFacts[];
      /** Null when flake.nix could not be read, so that there is nothing to compare with. */
      readonly drift: LockDriftFacts | null;
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
  /** The systems that the flake is made for, sorted; unknown where no list of them is visible. */
  readonly systems: readonly string[] | null;
  /** Inputs that the outputs use for certain, sorted; with `areUsesComplete` false any other may be used too. */
  readonly usedInputs: readonly string[];
  readonly areUsesComplete: boolean;
  /** Inputs whose name stands somewhere in a Nix file that is no flake.nix, sorted: it may use them unseen. */
  readonly inputsNamedElsewhere: readonly string[];
  /** What it takes from flake-utils, flake-utils-plus and flake-parts, sorted by input. */
  readonly helperUses: readonly HelperUseFacts[];
  /** Where the flake, and the files that it imports, build container images. */
  readonly containerImages: readonly Evidence[];
}

/** HelperUseFacts is what a flake uses a helper library for. */
export interface HelperUseFacts {
  readonly input: string;
  readonly library: string;
  /** What it takes from the library, sorted: `lib.eachDefaultSystem`. */
  readonly members: readonly string[];
  /** Whether it serves for nothing but going through systems; null when that is not visible. */
  readonly isOnlyForSystems: boolean | null;
}

/** NixSettingFacts is one setting of `nixConfig`; a path stands as it is written. */
export interface NixSettingFacts {
  readonly name: string;
  readonly value: string | number | boolean | readonly string[];
  readonly evidence: Evidence;
}

/**
 * FlakeCheckerSubject is a Nixpkgs input as flake-checker sees it, before any age or list is asked; null is what it does
 * not know of such an input and therefore lets pass.
 */
export interface FlakeCheckerSubject {
  readonly input: string;
  readonly branch: string | null;
  /** Unix seconds. */
  readonly lastModified: number | null;
  readonly owner: string | null;
}

/** FlakeCheckerFacts is what flake-checker would judge in a lock, or the error with which it would end. */
export type FlakeCheckerFacts =
  | { readonly status: "ok"; readonly subjects: readonly FlakeCheckerSubject[] }
  | { readonly status: "error"; readonly message: string };

/** FlakeFacts is one `flake.nix` at a path. */
export interface FlakeFacts {
  /** The folder of flake.nix, `.` for the root. */
  readonly directory: string;
  readonly role: FlakeRole;
  readonly parse: ParseFacts;
  readonly description: string | null;
  /** Declared and implicit, sorted by name. */
  readonly inputs: readonly InputFacts[];
  /** In source order; empty as well when flake.nix could not be read. */
  readonly nixConfig: readonly NixSettingFacts[];
  /** Null when flake.nix could not be read. */
  readonly outputs: OutputsFacts | null;
  readonly lock: LockFacts;
  /** Null when there is no lock that could be read. */
  readonly flakeChecker: FlakeCheckerFacts | null;
}
