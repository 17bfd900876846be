import type { InputTree } from "./input-tree.ts";

/** FoldedTree is which nodes of a tree are shown. */
export interface FoldedTree {
  readonly visible: ReadonlySet<string>;
  /** How many nodes each shown node hides, where it hides any. */
  readonly hiddenCounts: ReadonlyMap<string, number>;
  /** The shown node that stands for each node: itself, or the one that hides it. */
  readonly standIn: ReadonlyMap<string, string>;
}

/**
 * foldTree hides what the root's inputs bring in, so that a large lock can be read: the smallest of them stay open as
 * long as no more than `nodesMax` nodes are shown, and those of `open` always do.
 *
 * @param open labels of the root's inputs, or "all".
 */
export function foldTree(
  tree: InputTree,
  root: string,
  { open, nodesMax }: { readonly open: ReadonlySet<string> | "all"; readonly nodesMax: number },
): FoldedTree {
  const inputs = tree.nodes.get(root)?.children ?? [];
  const below = new Map(inputs.map((label) => [label, descendants(tree, label)]));
  const isAsked = (label: string) => open === "all" || open.has(label);
  let shown = 1 + inputs.length;
  for (const label of inputs) if (isAsked(label)) shown += below.get(label)?.length ?? 0;
  const opened = new Set(inputs.filter(isAsked));
  const bySize = inputs.toSorted((one, other) => (below.get(one)?.length ?? 0) - (below.get(other)?.length ?? 0));
  for (const label of bySize) {
    const size = below.get(label)?.length ?? 0;
    if (opened.has(label) || shown + size > nodesMax) continue;
    opened.add(label);
    shown += size;
  }
  const standIn = new Map([[root, root], ...inputs.map((label) => [label, label] as const)]);
  const hiddenCounts = new Map<string, number>();
  for (const [label, labels] of below) {
    for (const one of labels) standIn.set(one, opened.has(label) ? one : label);
    if (!opened.has(label) && labels.length > 0) hiddenCounts.set(label, labels.length);
  }
  return { visible: new Set(standIn.values()), hiddenCounts, standIn };
}

/** Parents first; a walk with a list of its own, for a hostile lock may be thousands deep. */
function descendants(tree: InputTree, label: string): readonly string[] {
  const found: string[] = [...(tree.nodes.get(label)?.children ?? [])];
  for (const one of found) found.push(...(tree.nodes.get(one)?.children ?? []));
  return found;
}
