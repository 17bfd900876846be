import { boxHeight, boxWidth, columnGap, pictureMargin, rowGap } from "../graph-picture.ts";
import type { Place } from "../input-graph/place-tree.ts";

/** LayerNode is what the layout needs to know of a node: what it rests on. */
export interface LayerNode {
  readonly id: string;
  readonly uses: readonly string[];
}

// Lines between columns need more room than those of a tree.
const layerGap = columnGap * 2;

/**
 * placeLayers puts what uses nothing into the first column, and everything else one column to the right of the farthest
 * that it uses. In a column each stands near the middle of what it uses, so that lines cross seldom. In a circle the
 * first by name counts as using nothing of it.
 */
export function placeLayers(nodes: readonly LayerNode[]): ReadonlyMap<string, Place> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const depths = depthsOf(byId);
  const columns = Map.groupBy(nodes, ({ id }) => depths.get(id) ?? 0);
  const rows = new Map<string, number>();
  for (const depth of [...columns.keys()].sort((one, other) => one - other)) {
    const column = (columns.get(depth) ?? []).map((node) => ({ id: node.id, wish: middleRow(node, rows) }));
    const ordered = column.toSorted((one, other) => one.wish - other.wish || (one.id < other.id ? -1 : 1));
    for (const [row, { id }] of ordered.entries()) rows.set(id, row);
  }
  return new Map(
    [...rows].map(([id, row]) => {
      const x = pictureMargin + (depths.get(id) ?? 0) * (boxWidth + layerGap);
      return [id, { x, y: pictureMargin + row * (boxHeight + rowGap) }];
    }),
  );
}

function depthsOf(nodes: ReadonlyMap<string, LayerNode>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const entered = new Set<string>();
  for (const start of nodes.keys()) {
    const pending = [start];
    for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
      const waiting = entered.has(id) ? [] : usesOf(nodes, id).filter((use) => !entered.has(use));
      entered.add(id);
      if (waiting.length > 0) {
        pending.push(...waiting);
        continue;
      }
      pending.pop();
      // One that is entered and has no depth yet is further up in this walk: a circle.
      const below = usesOf(nodes, id).flatMap((use) => depths.get(use) ?? []);
      if (!depths.has(id)) depths.set(id, below.length === 0 ? 0 : Math.max(...below) + 1);
    }
  }
  return depths;
}

function usesOf(nodes: ReadonlyMap<string, LayerNode>, id: string): readonly string[] {
  return (nodes.get(id)?.uses ?? []).filter((use) => use !== id && nodes.has(use));
}

function middleRow({ uses }: LayerNode, rows: ReadonlyMap<string, number>): number {
  const known = uses.flatMap((use) => rows.get(use) ?? []);
  return known.length === 0 ? 0 : known.reduce((sum, row) => sum + row, 0) / known.length;
}

/** layerPath leads from the right of what is used to the left of what uses it; back to the left only in a circle. */
export function layerPath(used: Place, user: Place): string {
  const [startX, startY] = [used.x + boxWidth, used.y + boxHeight / 2];
  const [endX, endY] = [user.x, user.y + boxHeight / 2];
  const pull = Math.max(layerGap / 2, Math.abs(endX - startX) / 2);
  return `M${startX} ${startY}C${startX + pull} ${startY} ${endX - pull} ${endY} ${endX} ${endY}`;
}
