import { CheckerError } from "./checker-error.ts";
import type { CheckerNode } from "./checker-node.ts";

// Follows within follows. flake-checker has only its stack for a bound; real locks need 4.
const depthMax = 100;

/**
 * chaseInput follows an input as flake-checker does, which is not as Nix does: the first element of a path is taken
 * for a LABEL, not for an input of the root; a path met on the way is taken in the same manner.
 *
 * @param budget steps that are left for the whole lock; counted down.
 * @returns the node, or the reason that flake-checker gives for having none (without its dump of the node).
 * @throws CheckerError where flake-checker crashes: an empty path, a name or label that is not there, a circle.
 * Source: flake-checker 0.2.11, parse-flake-lock/src/lib.rs (chase_input_node).
 */
export function chaseInput(
  nodes: ReadonlyMap<string, CheckerNode>,
  path: readonly string[],
  budget: { steps: number },
  depth = 0,
): CheckerNode | string {
  const [first, ...rest] = path;
  if (first === undefined) throw new CheckerError("flake-checker crashes: an input follows the empty path");
  let node = getNode(nodes, first);
  for (const name of rest) {
    budget.steps--;
    if (budget.steps < 0 || depth > depthMax)
      throw new CheckerError("flake-checker crashes: the follows of the lock go in a circle");
    const inputs = node.inputs;
    if (inputs === null) return 'Invalid("lock node should have had some inputs but had none")';
    if (inputs === "unreadable") return 'Json(Error("data did not match any variant of untagged enum Input"))';
    const input = inputs.get(name);
    if (input === undefined) throw new CheckerError(`flake-checker crashes: there is no input '${name}'`);
    const next =
      input.kind === "label" ? getNode(nodes, input.label) : chaseInput(nodes, input.path, budget, depth + 1);
    if (typeof next === "string") return next;
    node = next;
  }
  return node;
}

function getNode(nodes: ReadonlyMap<string, CheckerNode>, label: string): CheckerNode {
  const node = nodes.get(label);
  if (node === undefined) throw new CheckerError(`flake-checker crashes: there is no node '${label}'`);
  return node;
}
