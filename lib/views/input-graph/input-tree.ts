import { introductions } from "#lib/nix/lock/introduced-by.ts";
import type { LockFile } from "#lib/nix/lock/lock-file.ts";
import { resolveInput } from "#lib/nix/lock/resolve-input.ts";

/** TreeNode is a lock node at the end of its shortest way from the root. */
export interface TreeNode {
  readonly label: string;
  /** The name of the input that leads here. */
  readonly name: string;
  /** The label of the node before; null at the root. */
  readonly parent: string | null;
  /** Labels, by input name. */
  readonly children: readonly string[];
}

/** CrossEdge is an input that leads to a node which already stands elsewhere in the tree. */
export interface CrossEdge {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly isFollows: boolean;
}

/** InputTree is what a lock's root reaches, as a tree of shortest ways and the edges that cross it. */
export interface InputTree {
  readonly nodes: ReadonlyMap<string, TreeNode>;
  readonly crossing: readonly CrossEdge[];
}

/** inputTree draws a lock as a tree, each node where the shortest way brings it in; a follows that leads nowhere is left out. */
export function inputTree(lock: LockFile): InputTree {
  const ways = introductions(lock);
  const children = new Map<string, string[]>();
  // They come parents first, and the inputs of one node by name.
  for (const [label, { from }] of ways) children.set(from, [...(children.get(from) ?? []), label]);
  const labels = [lock.root, ...ways.keys()];
  const nodes = labels.map((label): TreeNode => {
    const way = ways.get(label);
    return { label, name: way?.input ?? "", parent: way?.from ?? null, children: children.get(label) ?? [] };
  });
  return {
    nodes: new Map(nodes.map((node) => [node.label, node])),
    crossing: labels.flatMap((label) => crossingFrom(lock, label, children.get(label) ?? [])),
  };
}

function crossingFrom(lock: LockFile, from: string, children: readonly string[]): readonly CrossEdge[] {
  const placed = new Set(children);
  return [...(lock.nodes.get(from)?.inputs ?? [])].flatMap(([name, edge]): readonly CrossEdge[] => {
    if (edge.kind === "node") {
      // The first name that leads to a child is its place in the tree; a second one crosses.
      return placed.delete(edge.label) ? [] : [{ from, to: edge.label, name, isFollows: false }];
    }
    const target = resolveInput(lock, edge.path);
    return target.status === "node" ? [{ from, to: target.node.label, name, isFollows: true }] : [];
  });
}
