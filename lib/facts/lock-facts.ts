import type { FlakeRefAttributes, LockedSource, LockFacts, LockNodeFacts } from "#lib/model/flake.ts";
import { known, unknown } from "#lib/model/observed.ts";
import { introducedBy, introductions } from "#lib/nix/lock/introduced-by.ts";
import { isNixpkgsNode } from "#lib/nix/lock/is-nixpkgs-node.ts";
import { lastModifiedSeconds } from "#lib/nix/lock/lock-attrs.ts";
import type { LockAttrs, LockFile } from "#lib/nix/lock/lock-file.ts";
import { lockNodeLines } from "#lib/nix/lock/lock-node-lines.ts";
import { parseLock } from "#lib/nix/lock/parse-lock.ts";
import { reachableLabels } from "#lib/nix/lock/reachable-labels.ts";
import { isFile, type SnapshotFiles, textOf } from "./snapshot-files.ts";

/** ReadLock is a flake.lock with the lines of its nodes, or why there is none. */
export type ReadLock =
  | { readonly status: "ok"; readonly lock: LockFile; readonly lines: ReadonlyMap<string, number> }
  | { readonly status: "missing" }
  | { readonly status: "error"; readonly message: string };

/** readLock reads the flake.lock at `path`. A link, and a file that is not text, is an error: Nix may see more there. */
export function readLock(path: string, files: SnapshotFiles): ReadLock {
  const entry = files.entries.get(path);
  if (entry === undefined) return { status: "missing" };
  if (!isFile(entry)) return { status: "error", message: "it is a link, which is not followed" };
  const text = textOf(files, path);
  if (!text.known) return { status: "error", message: "it could not be read as text" };
  const result = parseLock(text.value);
  return result.status === "ok" ? { ...result, lines: lockNodeLines(text.value) } : result;
}

/** lockFacts is every node of a lock but its root. Sorted by label. */
export function lockFacts({ lock, lines }: Extract<ReadLock, { status: "ok" }>): LockFacts {
  const reachable = reachableLabels(lock);
  const tree = introductions(lock);
  const nodes: LockNodeFacts[] = [];
  for (const node of lock.nodes.values()) {
    if (node.label === lock.root) continue;
    nodes.push({
      label: node.label,
      isFlake: node.isFlake,
      isReachable: reachable.has(node.label),
      isNixpkgs: isNixpkgsNode(node),
      locked: lockedSource(node.locked),
      original: attributes(node.original),
      introducedBy: introducedBy(tree, node.label)?.join("/") ?? null,
      line: lines.get(node.label) ?? null,
    });
  }
  nodes.sort((one, other) => (one.label < other.label ? -1 : 1));
  return { status: "ok", version: lock.version, nodes };
}

/** lockedSource is `locked` of a node as facts; null when the node is not locked. */
export function lockedSource(locked: LockAttrs | null): LockedSource | null {
  const found = attributes(locked);
  if (found === null) return null;
  const seconds = lastModifiedSeconds(locked);
  return { attributes: found, lastModified: seconds === null ? unknown("no-last-modified") : known(seconds) };
}

/** attributes keeps the scalars of a lock's attributes. The file is not trusted, but any name is harmless in JSON. */
export function attributes(attrs: LockAttrs | null): FlakeRefAttributes | null {
  return attrs === null ? null : attrs;
}
