import { isNixpkgsNode } from "./is-nixpkgs-node.ts";
import type { LockFile, LockNode } from "./lock-file.ts";
import { reachableLabels } from "./reachable-labels.ts";

/**
 * nixpkgsNodes are the Nixpkgs trees that a lock really brings in, nearest to the root first.
 * More than one means that Nixpkgs is there in duplicate; `introducedBy` tells through which inputs.
 */
export function nixpkgsNodes(lock: LockFile): readonly LockNode[] {
  const nodes: LockNode[] = [];
  for (const label of reachableLabels(lock)) {
    const node = lock.nodes.get(label);
    if (node !== undefined && isNixpkgsNode(node)) nodes.push(node);
  }
  return nodes;
}
