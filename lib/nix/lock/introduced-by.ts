import type { LockFile } from "./lock-file.ts";

/** Introduction is the edge by which a node comes into a lock: the input `input` of the node `from`. */
export interface Introduction {
  readonly from: string;
  readonly input: string;
}

/**
 * introductions finds for each reachable label (not the root) the last edge of a shortest way to it from the root.
 * Only real inputs are ways in: a `follows` points at what another input brought. Of equals the first by name counts.
 */
export function introductions(lock: LockFile): ReadonlyMap<string, Introduction> {
  const found = new Map<string, Introduction>();
  const labels = new Set([lock.root]);
  for (const from of labels) {
    const inputs = [...(lock.nodes.get(from)?.inputs ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [input, edge] of inputs) {
      if (edge.kind === "follows" || labels.has(edge.label)) continue;
      labels.add(edge.label);
      found.set(edge.label, { from, input });
    }
  }
  return found;
}

/**
 * introducedBy is the shortest path of input names from the root to a node, as `["home-manager", "nixpkgs"]`.
 *
 * @param tree what `introductions` gave for the lock.
 * @returns null for the root and for what the root does not reach.
 */
export function introducedBy(tree: ReadonlyMap<string, Introduction>, label: string): readonly string[] | null {
  const path: string[] = [];
  for (let step = tree.get(label); step !== undefined; step = tree.get(step.from)) path.push(step.input);
  return path.length === 0 ? null : path.reverse();
}
