import { compareWithFlakeChecker } from "#lib/checks/compare-with-flake-checker.ts";
import type { FlakeFacts } from "#lib/model/flake.ts";
import { createInputItem, type InputsContext } from "./input-items.ts";
import type { FlakeItem } from "./repository-parts.ts";

/** flakeItems are the flakes of a repository as its page shows them, those that count before the others. */
export function flakeItems(context: InputsContext): readonly FlakeItem[] {
  const { facts, policy, asOf } = context.judged;
  const inputItem = createInputItem(context);
  const items = facts.flakes.map((flake) => ({
    directory: flake.directory,
    role: flake.role,
    parse: flake.parse,
    description: flake.description,
    lock: lockItem(flake),
    outputs:
      flake.outputs === null
        ? null
        : { names: flake.outputs.kinds.map(({ name }) => name), isComplete: flake.outputs.isComplete },
    inputs: flake.inputs.map((input) => inputItem(flake, input)),
    flakeChecker: compareWithFlakeChecker(flake, policy, asOf),
  }));
  return items.toSorted((one, other) => Number(other.role === "main") - Number(one.role === "main"));
}

function lockItem({ lock }: FlakeFacts): FlakeItem["lock"] {
  if (lock.status !== "ok") return lock;
  const reachable = lock.nodes.filter((node) => node.isReachable);
  return {
    status: "ok",
    version: lock.version,
    nodes: lock.nodes.length,
    reachable: reachable.length,
    nixpkgsNodes: reachable.filter((node) => node.isNixpkgs).length,
  };
}
