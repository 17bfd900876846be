import type { Instant } from "#lib/model/instant.ts";
import type { Attributes, FlakeInput } from "./flake-input.ts";

/** An edge leads to a node, or is the path of another input from the root. */
type Edge = LockNode | readonly string[];

interface LockNode {
  readonly input: FlakeInput | null;
  readonly edges: ReadonlyMap<string, Edge>;
}

/**
 * lockText is the flake.lock that Nix writes for a flake with these inputs: version 7, follows as paths from the root,
 * labels numbered where names collide, keys sorted.
 * Source of the rules: Nix, src/libflake/flake.cc (computeLocks) and lockfile.cc (LockFile::toJSON).
 */
export function lockText(inputs: readonly FlakeInput[], asOf: Instant): string {
  const root: LockNode = { input: null, edges: edgesOf(inputs, [], new Map()) };
  const nodes = new Map<string, object>();
  const label = labelNodes(root, nodes, asOf);
  return `${JSON.stringify({ nodes: Object.fromEntries(sorted(nodes)), root: label, version: 7 }, null, 2)}\n`;
}

/** The outermost flake that says something about an input wins. */
function edgesOf(
  inputs: readonly FlakeInput[],
  prefix: readonly string[],
  overrides: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Edge> {
  const edges = new Map<string, Edge>();
  for (const input of inputs) {
    const path = [...prefix, input.name];
    const override = overrides.get(path.join("/"));
    if (override !== undefined) edges.set(input.name, override);
    else if (input.follows !== null) edges.set(input.name, [...prefix, ...segments(input.follows)]);
    else {
      const own = Object.entries(input.overrides).map(
        ([name, target]) => [[...path, ...segments(name)].join("/"), [...prefix, ...segments(target)]] as const,
      );
      edges.set(input.name, { input, edges: edgesOf(input.inputs, path, new Map([...own, ...overrides])) });
    }
  }
  return new Map(sorted(edges));
}

function labelNodes(root: LockNode, nodes: Map<string, object>, asOf: Instant): string {
  const taken = new Set<string>();
  const write = (name: string, node: LockNode): string => {
    let label = name;
    for (let number = 2; taken.has(label); number += 1) label = `${name}_${number}`;
    taken.add(label);

    const edges = [...node.edges].map(([edge, to]) => [edge, "edges" in to ? write(edge, to) : to] as const);
    nodes.set(label, nodeText(node, Object.fromEntries(edges), asOf));
    return label;
  };
  return write("root", root);
}

function nodeText({ input }: LockNode, inputs: object, asOf: Instant): object {
  return {
    ...(input?.isFlake === false ? { flake: false } : {}),
    ...(Object.keys(inputs).length > 0 ? { inputs } : {}),
    ...(input === null ? {} : { locked: inOrder(input.locked(asOf)), original: inOrder(input.original) }),
    ...(input?.isRelativePath ? { parent: [] } : {}),
  };
}

function inOrder(attributes: Attributes): Attributes {
  return Object.fromEntries(sorted(Object.entries(attributes)));
}

function segments(path: string): readonly string[] {
  return path === "" ? [] : path.split("/");
}

function sorted<T>(entries: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
