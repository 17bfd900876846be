import { boxHeight, boxWidth, columnGap, pictureMargin, rowGap } from "../graph-picture.ts";
import type { InputTree } from "./input-tree.ts";

/** Place is where the upper left corner of a box stands. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * placeTree puts a tree into columns by depth, each node in the row of its first child, as a table of contents is
 * indented: one reads it from the upper left, however long it is.
 *
 * @returns the shown nodes, in the order in which they are read.
 */
export function placeTree(tree: InputTree, root: string, visible: ReadonlySet<string>): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let row = 0;
  const pending = [{ label: root, depth: 0, isFirst: true }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!next.isFirst) row += 1;
    const x = pictureMargin + next.depth * (boxWidth + columnGap);
    places.set(next.label, { x, y: pictureMargin + row * (boxHeight + rowGap) });
    const depth = next.depth + 1;
    const children = (tree.nodes.get(next.label)?.children ?? []).filter((label) => visible.has(label));
    pending.push(...children.map((label, index) => ({ label, depth, isFirst: index === 0 })).reverse());
  }
  return places;
}

/** framePath leads from a box to one in the next column, along the gap between them. */
export function framePath(from: Place, to: Place): string {
  const startX = from.x + boxWidth;
  const bend = startX + columnGap / 2;
  return `M${startX} ${middle(from)}H${bend}V${middle(to)}H${to.x}`;
}

/** crossPath leads from the right of a box around to the right of another, the farther the wider. */
export function crossPath(from: Place, to: Place): string {
  const [startX, endX] = [from.x + boxWidth, to.x + boxWidth];
  const reach = Math.max(startX, endX) + 24 + Math.min(72, Math.abs(middle(to) - middle(from)) / 6);
  return `M${startX} ${middle(from)}C${reach} ${middle(from)} ${reach} ${middle(to)} ${endX} ${middle(to)}`;
}

function middle({ y }: Place): number {
  return y + boxHeight / 2;
}
