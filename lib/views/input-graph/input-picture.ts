import { formatAgeDays, formatCount } from "#lib/format/format.ts";
import { unknownReasonWords } from "#lib/model/observed.ts";
import {
  boxHeight,
  boxWidth,
  type GraphEdge,
  type GraphNode,
  type GraphPicture,
  pictureMargin,
} from "../graph-picture.ts";
import { inputHref } from "../upstream-item.ts";
import type { FoldedTree } from "./fold-tree.ts";
import type { GraphRow } from "./graph-rows.ts";
import type { InputTree } from "./input-tree.ts";
import { crossPath, framePath, type Place, placeTree } from "./place-tree.ts";

/** PictureContext is what a picture of inputs needs besides the inputs. */
export interface PictureContext {
  readonly slug: string;
  readonly root: string;
  /** What the flake itself is called. */
  readonly title: string;
  /** Where what an input brings in is shown. */
  readonly unfoldHref: (inputName: string) => string;
}

/** inputPicture is a lock as a picture: the flake at the upper left, its inputs beside it, what they bring in to their right. */
export function inputPicture(
  tree: InputTree,
  rows: readonly GraphRow[],
  folded: FoldedTree,
  context: PictureContext,
): GraphPicture {
  const places = placeTree(tree, context.root, folded.visible);
  const ids = new Map([...places.keys()].map((label, index) => [label, `n${index}`]));
  const idOf = (label: string) => ids.get(folded.standIn.get(label) ?? "") ?? null;
  const byLabel = new Map(rows.map((row) => [row.label, row]));
  const keys = arrowKeys(tree, [...places], (label) => ids.get(label) ?? null);
  const nodes = [...places].map(([label, place]): GraphNode => {
    const box = { id: ids.get(label) ?? "", ...place, keys: keys(label) };
    const row = byLabel.get(label);
    const count = folded.hiddenCounts.get(label) ?? 0;
    const hidden = row === undefined || count === 0 ? null : { count, href: context.unfoldHref(row.name) };
    return row === undefined ? rootBox(box, context.title, rows.length) : inputBox(box, row, hidden, context.slug);
  });
  const bounds = [...places.values()];
  return {
    width: Math.max(0, ...bounds.map(({ x }) => x)) + boxWidth + pictureMargin + marginOf(nodes.length),
    height: Math.max(0, ...bounds.map(({ y }) => y)) + boxHeight + pictureMargin,
    nodes,
    edges: edgesOf(tree, folded, places, idOf),
    hidden: rows.flatMap(({ label, name }) =>
      folded.visible.has(label) ? [] : [{ title: name, id: idOf(label) ?? "" }],
    ),
  };
}

/** Room for the lines that lead around to the right of the last column. */
function marginOf(nodes: number): number {
  return nodes > 2 ? 64 : 0;
}

type Box = Pick<GraphNode, "id" | "x" | "y" | "keys">;

function rootBox(box: Box, title: string, inputs: number): GraphNode {
  return {
    ...box,
    title,
    subtitle: "this flake",
    figure: "",
    rank: "first",
    isWarned: false,
    isRepeated: false,
    isLoose: false,
    folded: null,
    details: [{ label: "Its lock holds", value: formatCount(inputs, "input", "inputs") }],
    href: null,
  };
}

function inputBox(box: Box, row: GraphRow, folded: GraphNode["folded"], slug: string): GraphNode {
  const { ageDays, upstream, ref, revision, onlyInput } = row;
  const age = ageDays.known ? formatAgeDays(ageDays.value) : null;
  const lines: readonly (readonly [label: string, value: string | null])[] = [
    ["Upstream", upstream],
    ["Asked for", ref],
    ["Revision", revision],
    ["Age", age ?? (ageDays.known ? null : `unknown: ${unknownReasonWords[ageDays.reason]}`)],
    ["Brought in by", row.isDirect ? "the flake itself" : row.path],
    ["Only through", row.isDirect ? null : (onlyInput ?? "no single input: several bring it")],
    ["Nixpkgs", row.isRepeated ? "one of several in this lock" : null],
    ["Borrows", row.borrows.length === 0 ? null : row.borrows.join("; ")],
    ["Kind", row.isFlake ? null : "not a flake, only its files"],
  ];
  return {
    ...box,
    title: row.name,
    subtitle: [upstream?.slice(upstream.indexOf(":") + 1) ?? "not locked", ref].filter((one) => one !== null).join(" "),
    figure: age ?? "age unknown",
    rank: row.isDirect ? "near" : "far",
    isWarned: row.isBeyondLimit,
    isRepeated: row.isRepeated,
    isLoose: !row.isFlake,
    folded,
    details: lines.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    href: upstream === null || upstream.startsWith("path:") ? null : inputHref(slug, upstream),
  };
}

function edgesOf(
  tree: InputTree,
  folded: FoldedTree,
  places: ReadonlyMap<string, Place>,
  idOf: (label: string) => string | null,
): readonly GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  const add = (from: string, to: string, kind: GraphEdge["kind"]) => {
    const [start, end] = [folded.standIn.get(from) ?? "", folded.standIn.get(to) ?? ""];
    const [startPlace, endPlace] = [places.get(start), places.get(end)];
    const [startId, endId] = [idOf(start), idOf(end)];
    if (start === end || startPlace === undefined || endPlace === undefined) return;
    if (startId === null || endId === null) return;
    const path = kind === "frame" ? framePath(startPlace, endPlace) : crossPath(startPlace, endPlace);
    const key = `${startId} ${endId} ${kind}`;
    if (!edges.has(key)) edges.set(key, { from: startId, to: endId, kind, path });
  };
  for (const { label, parent } of tree.nodes.values()) {
    if (parent !== null && folded.visible.has(label)) add(parent, label, "frame");
  }
  for (const { from, to, isFollows } of tree.crossing) add(from, to, isFollows ? "dashed" : "solid");
  return [...edges.values()];
}

/** Left is what brings a node in, right the first that it brings in, up and down the next in the same column. */
function arrowKeys(
  tree: InputTree,
  places: readonly (readonly [label: string, place: Place])[],
  idOf: (label: string) => string | null,
): (label: string) => GraphNode["keys"] {
  const neighbours = new Map<string, { up: string | null; down: string | null }>();
  for (const column of Map.groupBy(places, ([, { x }]) => x).values()) {
    for (const [index, [label]] of column.entries()) {
      const at = (place: number) => idOf(column[place]?.[0] ?? "");
      neighbours.set(label, { up: at(index - 1), down: at(index + 1) });
    }
  }
  return (label) => {
    const node = tree.nodes.get(label);
    const right = node?.children.map(idOf).find((id) => id !== null) ?? null;
    return { left: idOf(node?.parent ?? ""), right, up: null, down: null, ...neighbours.get(label) };
  };
}
