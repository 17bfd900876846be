/** FlakeRefAttr is a value that an attribute of a flake reference can have: a string, a whole number from 0, or a Boolean. */
export type FlakeRefAttr = string | number | boolean;

/**
 * FlakeRef is a normalised flake reference: the attributes that Nix's `builtins.parseFlakeRef` gives, keys sorted.
 *
 * Example: `github:NixOS/nixpkgs/nixos-unstable?dir=lib` is
 * `{ dir: "lib", owner: "NixOS", ref: "nixos-unstable", repo: "nixpkgs", type: "github" }`.
 *
 * The named attributes are those with a meaning that Nix fixes; an absent one is absent, never empty.
 * `type` is `github`, `gitlab`, `sourcehut`, `git`, `hg`, `tarball`, `file`, `path` or `indirect`; an attribute set may
 * also name a type that Nix does not know, which Nix keeps as it is until it has to fetch it.
 * `lastModified` is in Unix seconds.
 * Source: Nix 2.35, src/libflake/flakeref.cc and the input schemes of src/libfetchers.
 */
export interface FlakeRef {
  readonly type: string;
  readonly id?: string;
  readonly owner?: string;
  readonly repo?: string;
  readonly host?: string;
  readonly url?: string;
  readonly path?: string;
  readonly dir?: string;
  readonly ref?: string;
  readonly rev?: string;
  readonly narHash?: string;
  readonly lastModified?: number;
  readonly revCount?: number;
  readonly [attr: string]: FlakeRefAttr | undefined;
}

/**
 * FlakeRefResult is a reference, or the reason (one sentence) why it is none.
 * `isTakenForPath`: as an input Nix would still not refuse it but take it for the path of a folder with this odd name,
 * `github:owner` for one, and fail only when it looks there.
 */
export type FlakeRefResult =
  | { readonly status: "ok"; readonly ref: FlakeRef }
  | { readonly status: "error"; readonly message: string; readonly isTakenForPath: boolean };
