import type { LockFile } from "./lock-file.ts";
import { parseLock } from "./parse-lock.ts";

/** graphLock makes a lock of inputs alone: `{ root: { a: "a_2", b: ["a"] }, a_2: {} }`. For tests. */
export function graphLock(
  graph: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>,
  sources: Readonly<Record<string, object>> = {},
  root = "root",
): LockFile {
  const nodes = Object.entries(graph).map(([label, inputs]) => {
    const source = { type: "github", owner: "o", repo: label };
    if (label === root) return [label, { inputs }];
    return [label, { inputs, locked: source, original: source, ...sources[label] }];
  });
  const result = parseLock(JSON.stringify({ version: 7, root, nodes: Object.fromEntries(nodes) }));
  if (result.status === "error") throw new Error(result.message);
  return result.lock;
}
