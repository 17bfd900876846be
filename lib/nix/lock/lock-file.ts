import type { FlakeRefAttr } from "../flake-ref/flake-ref.ts";

/**
 * LockFile is a `flake.lock` as a graph. Versions 5 to 7.
 *
 * `root` is the label of the root node, whatever it is called; `nodes` always has that node.
 * `nodes` also has what the root does not reach; `reachableLabels` tells them apart.
 */
export interface LockFile {
  readonly version: number;
  readonly root: string;
  readonly nodes: ReadonlyMap<string, LockNode>;
}

/**
 * LockNode is one entry of `nodes`.
 *
 * `label` is only the key in the file: Nix numbers nodes of the same name (`nixpkgs_2`), so it says nothing about the
 * input that the node serves.
 * `locked` and `original` are kept as read, of any type; null for the root (and for an unreadable node that nothing
 * reaches). In version 5 `lastModified` and `narHash` stood beside `locked`; here they are in it.
 * `parent` is the path of input names to the node from which a relative path is meant; null when there is none.
 */
export interface LockNode {
  readonly label: string;
  readonly inputs: ReadonlyMap<string, LockEdge>;
  readonly locked: LockAttrs | null;
  readonly original: LockAttrs | null;
  readonly isFlake: boolean;
  readonly parent: readonly string[] | null;
}

/** LockEdge is where an input of a node leads: to a node by label, or along input names from the root (`follows`). */
export type LockEdge =
  | { readonly kind: "node"; readonly label: string }
  | { readonly kind: "follows"; readonly path: readonly string[] };

/** LockAttrs are the attributes of `locked` or `original`. The file is not trusted: any name may have any scalar. */
export type LockAttrs = Readonly<Record<string, FlakeRefAttr>>;
