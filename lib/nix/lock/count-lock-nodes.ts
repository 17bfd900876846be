import type { LockFile } from "./lock-file.ts";
import { nixpkgsNodes } from "./nixpkgs-nodes.ts";
import { reachableLabels } from "./reachable-labels.ts";

/** LockNodeCounts are the sizes of a lock, the root never counted. */
export interface LockNodeCounts {
  /** Every entry of the file. */
  readonly nodes: number;
  /** Those that the root reaches. */
  readonly reachable: number;
  /** Reachable ones that are a Nixpkgs tree. */
  readonly nixpkgsNodes: number;
}

/** countLockNodes counts the nodes of a lock. */
export function countLockNodes(lock: LockFile): LockNodeCounts {
  return {
    nodes: lock.nodes.size - 1,
    reachable: reachableLabels(lock).size,
    nixpkgsNodes: nixpkgsNodes(lock).length,
  };
}
