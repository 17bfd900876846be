import { formatCount } from "#lib/format/format.ts";
import {
  boxHeight,
  boxWidth,
  type GraphEdge,
  type GraphNode,
  type GraphPicture,
  pictureMargin,
} from "../graph-picture.ts";
import type { Place } from "../input-graph/place-tree.ts";
import type { OwnFlakeRow } from "./own-flake-row.ts";
import { layerPath, placeLayers } from "./place-layers.ts";

// A screen or two of boxes; beyond that, repositories that use the same and that nobody uses are one box.
const boxesAtFirst = 60;

/** PictureNode is a repository, or several that use the same and that nobody uses. */
interface PictureNode {
  readonly id: string;
  readonly uses: readonly string[];
  readonly rows: readonly OwnFlakeRow[];
}

/** flakePicture is the organization's own flakes as a picture: what others rest on at the left, what uses it to the right. */
export function flakePicture(rows: readonly OwnFlakeRow[], isWhole: boolean, wholeHref: string): GraphPicture {
  const nodes = rows.length <= boxesAtFirst || isWhole ? rows.map(alone) : folded(rows);
  const places = placeLayers(nodes);
  const ids = new Map([...places.keys()].map((id, index) => [id, `n${index}`]));
  const keys = arrowKeys(nodes, places, ids);
  const bounds = [...places.values()];
  return {
    width: Math.max(0, ...bounds.map(({ x }) => x)) + boxWidth + pictureMargin * 4,
    height: Math.max(0, ...bounds.map(({ y }) => y)) + boxHeight + pictureMargin,
    nodes: nodes.map((node) => ({
      ...boxOf(node, wholeHref),
      id: ids.get(node.id) ?? "",
      ...(places.get(node.id) ?? { x: 0, y: 0 }),
      keys: keys(node),
    })),
    edges: nodes.flatMap((node) => edgesOf(node, places, ids)),
    hidden: nodes.flatMap((node) =>
      node.rows.length === 1 ? [] : node.rows.map(({ name }) => ({ title: name, id: ids.get(node.id) ?? "" })),
    ),
  };
}

function alone(row: OwnFlakeRow): PictureNode {
  return { id: row.id, uses: row.uses.map(({ id }) => id), rows: [row] };
}

function folded(rows: readonly OwnFlakeRow[]): readonly PictureNode[] {
  const isLeaf = (row: OwnFlakeRow) => row.usedBy.length === 0;
  const groups = Map.groupBy(rows.filter(isLeaf), ({ uses }) => uses.map(({ id }) => id).join("\n"));
  const leaves = [...groups.values()].flatMap((of): readonly PictureNode[] => {
    const [first] = of;
    if (of.length < 3 || first === undefined) return of.map(alone);
    return [{ id: `${first.id}\n`, uses: first.uses.map(({ id }) => id), rows: of }];
  });
  return [...rows.filter((row) => !isLeaf(row)).map(alone), ...leaves];
}

type Box = Omit<GraphNode, "id" | "x" | "y" | "keys">;

function boxOf({ rows }: PictureNode, wholeHref: string): Box {
  const [row] = rows;
  if (row === undefined || rows.length > 1) return groupBox(rows, wholeHref);
  const { name, owners, uses, usedBy, affected, circle, isHere } = row;
  const lines: readonly (readonly [label: string, value: string | null])[] = [
    ["Owner", owners.length === 0 ? "no team" : owners.map((team) => team.name).join(", ")],
    ["Depends on", uses.length === 0 ? null : uses.map((use) => use.name).join(", ")],
    ["Used by", usedBy.length === 0 ? null : usedBy.map((user) => user.name).join(", ")],
    [
      "If it is bad",
      affected === 0
        ? "nobody else is affected"
        : `${formatCount(affected, "repository is", "repositories are")} affected`,
    ],
    ["In a circle with", circle.length === 0 ? null : circle.map((other) => other.name).join(", ")],
    ["Not read", isHere ? null : "No repository of this name is known here"],
  ];
  return {
    title: name,
    subtitle: owners.map((team) => team.name).join(", ") || (isHere ? "unowned" : "not known here"),
    figure: affected === 0 ? "" : `affects ${affected}`,
    rank: usedBy.length > 0 ? "near" : "far",
    isWarned: circle.length > 0,
    isRepeated: false,
    isLoose: !isHere,
    folded: null,
    details: lines.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    href: row.href,
  };
}

function groupBox(rows: readonly OwnFlakeRow[], wholeHref: string): Box {
  return {
    title: formatCount(rows.length, "repository", "repositories"),
    subtitle: rows.map(({ name }) => name).join(", "),
    figure: "",
    rank: "far",
    isWarned: false,
    isRepeated: true,
    isLoose: false,
    folded: { count: rows.length, href: wholeHref },
    details: [{ label: "They are", value: rows.map(({ name }) => name).join(", ") }],
    href: null,
  };
}

function edgesOf(
  node: PictureNode,
  places: ReadonlyMap<string, Place>,
  ids: ReadonlyMap<string, string>,
): readonly GraphEdge[] {
  const [user, to] = [places.get(node.id), ids.get(node.id)];
  return node.uses.flatMap((use): readonly GraphEdge[] => {
    const [used, from] = [places.get(use), ids.get(use)];
    if (user === undefined || used === undefined || from === undefined || to === undefined) return [];
    return [{ from, to, kind: user.x > used.x ? "frame" : "dashed", path: layerPath(used, user) }];
  });
}

/** Left is the first that it uses, right the first that uses it, up and down the next in the same column. */
function arrowKeys(
  nodes: readonly PictureNode[],
  places: ReadonlyMap<string, Place>,
  ids: ReadonlyMap<string, string>,
): (node: PictureNode) => GraphNode["keys"] {
  const columns = Map.groupBy(nodes, ({ id }) => places.get(id)?.x ?? 0);
  const column = (node: PictureNode) =>
    (columns.get(places.get(node.id)?.x ?? 0) ?? []).toSorted(
      (one, other) => (places.get(one.id)?.y ?? 0) - (places.get(other.id)?.y ?? 0),
    );
  const idOf = (id: string | undefined) => (id === undefined ? null : (ids.get(id) ?? null));
  return (node) => {
    const beside = column(node);
    const index = beside.indexOf(node);
    const user = nodes.find(({ uses }) => uses.includes(node.id));
    return {
      left: idOf(node.uses[0]),
      right: idOf(user?.id),
      up: idOf(beside[index - 1]?.id),
      down: idOf(beside[index + 1]?.id),
    };
  };
}
