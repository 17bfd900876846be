import type { FlakeFacts, InputFacts, LockEdgeFacts } from "#lib/model/flake.ts";
import type { LockEdge, LockFile, LockNode } from "#lib/nix/lock/lock-file.ts";

/** rootLabel is the label of the flake itself; no lock can hold one with U+0000. */
export const rootLabel = "\u0000root";

/**
 * lockOfFacts is the lock of a flake as the graph that it was read from, so that what walks one walks facts too.
 * The root has the inputs that resolve to a node, and those that follow.
 */
export function lockOfFacts({ inputs, lock }: FlakeFacts): LockFile {
  const rootInputs = inputs.flatMap((input): readonly (readonly [string, LockEdge])[] => {
    const edge = rootEdge(input);
    return edge === null ? [] : [[input.name, edge]];
  });
  const nodes = lock.status === "ok" ? lock.nodes : [];
  const all = [
    nodeOf(rootLabel, rootInputs),
    ...nodes.map(({ label, edges }) =>
      nodeOf(
        label,
        edges.map((edge) => [edge.name, edgeOf(edge)] as const),
      ),
    ),
  ];
  return {
    version: lock.status === "ok" ? lock.version : 7,
    root: rootLabel,
    nodes: new Map(all.map((node) => [node.label, node])),
  };
}

function nodeOf(label: string, inputs: readonly (readonly [string, LockEdge])[]): LockNode {
  return { label, inputs: new Map(inputs), locked: null, original: null, isFlake: true, parent: null };
}

function rootEdge({ follows, node }: InputFacts): LockEdge | null {
  if (follows !== null) return { kind: "follows", path: namesOf(follows) };
  return node.known ? { kind: "node", label: node.value } : null;
}

function edgeOf({ label, follows }: LockEdgeFacts): LockEdge {
  return label === null ? { kind: "follows", path: namesOf(follows ?? "") } : { kind: "node", label };
}

function namesOf(path: string): readonly string[] {
  return path.split("/").filter((name) => name !== "");
}
