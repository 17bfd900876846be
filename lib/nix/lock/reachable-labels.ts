import type { LockFile } from "./lock-file.ts";

/**
 * reachableLabels are the labels of the nodes that the root reaches, without the root, nearest first.
 *
 * Follows need no look: a follows path is walked from the root along inputs, so it ends at a node that inputs reach.
 */
export function reachableLabels(lock: LockFile): ReadonlySet<string> {
  const seen = new Set([lock.root]);
  // A Set that grows while it is walked: each label is visited once.
  for (const label of seen) {
    for (const edge of lock.nodes.get(label)?.inputs.values() ?? []) {
      if (edge.kind === "node") seen.add(edge.label);
    }
  }
  seen.delete(lock.root);
  return seen;
}
