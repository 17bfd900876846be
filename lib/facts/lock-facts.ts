import type { FlakeRefAttributes, LockEdgeFacts, LockedSource, LockFacts, LockNodeFacts } from "#lib/model/flake.ts";
import { known, unknown } from "#lib/model/observed.ts";
import type { FlakeInput, InputOverride, ParsedFlake } from "#lib/nix/flake/parsed-flake.ts";
import { compareDeclared, type DeclaredInput } from "#lib/nix/lock/compare-declared.ts";
import { type Introduction, introductions } from "#lib/nix/lock/introduced-by.ts";
import { isNixpkgsNode } from "#lib/nix/lock/is-nixpkgs-node.ts";
import { lastModifiedSeconds } from "#lib/nix/lock/lock-attrs.ts";
import type { LockAttrs, LockEdge, LockFile } from "#lib/nix/lock/lock-file.ts";
import { lockNodeLines } from "#lib/nix/lock/lock-node-lines.ts";
import { nodesByOnlyInput } from "#lib/nix/lock/nodes-by-only-input.ts";
import { parseLock } from "#lib/nix/lock/parse-lock.ts";
import { reachableLabels } from "#lib/nix/lock/reachable-labels.ts";
import { isFile, type SnapshotFiles, textOf } from "./snapshot-files.ts";

/** ReadLock is a flake.lock with the lines of its nodes, or why there is none. */
export type ReadLock =
  | { readonly status: "ok"; readonly lock: LockFile; readonly lines: ReadonlyMap<string, number> }
  | { readonly status: "missing" }
  | { readonly status: "unread"; readonly message: string }
  | { readonly status: "error"; readonly message: string };

/** readLock reads the flake.lock at `path`. A link, and a file that is not text, stays unread: Nix may see more there. */
export function readLock(path: string, files: SnapshotFiles): ReadLock {
  const entry = files.entries.get(path);
  if (entry === undefined) return { status: "missing" };
  if (!isFile(entry)) return { status: "unread", message: "it is a link, which is not followed" };
  const text = textOf(files, path);
  if (!text.known) return { status: "unread", message: "it could not be read as text" };
  const result = parseLock(text.value);
  return result.status === "ok" ? { ...result, lines: lockNodeLines(text.value) } : result;
}

/** lockFacts is every node of a lock but its root, sorted by label, and where the lock differs from `parsed`. */
export function lockFacts({ lock, lines }: Extract<ReadLock, { status: "ok" }>, parsed: ParsedFlake | null): LockFacts {
  const reachable = reachableLabels(lock);
  const ways = waysIn(introductions(lock));
  const onlyInputs = onlyInputOfEach(lock);
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
      edges: [...node.inputs].map(([name, edge]) => edgeFacts(name, edge)),
      introducedBy: ways.get(node.label) ?? null,
      onlyInput: onlyInputs.get(node.label) ?? null,
      line: lines.get(node.label) ?? null,
    });
  }
  nodes.sort((one, other) => (one.label < other.label ? -1 : 1));
  const isComparable = parsed?.parse.status === "ok";
  const drift = isComparable ? compareDeclared(parsed.inputs.map(declaredInput), lock) : null;
  return { status: "ok", version: lock.version, nodes, drift };
}

function edgeFacts(name: string, edge: LockEdge): LockEdgeFacts {
  return edge.kind === "node"
    ? { name, label: edge.label, follows: null }
    : { name, label: null, follows: edge.path.join("/") };
}

function onlyInputOfEach(lock: LockFile): ReadonlyMap<string, string> {
  const inputs = new Map<string, string>();
  for (const [input, labels] of nodesByOnlyInput(lock)) for (const label of labels) inputs.set(label, input);
  return inputs;
}

function declaredInput({ name, ref, declared, overrides }: FlakeInput | InputOverride): DeclaredInput {
  const { follows } = declared;
  const path = follows === null ? null : follows.split("/").filter((part) => part !== "");
  return { name, ref, follows: path, overrides: overrides.map(declaredInput) };
}

// Real locks are six inputs deep. Without a bound, the ways in a hostile chain would need the square of its length.
const wayLengthMax = 300;

/** The way to each node, a few names long; `…` stands for the end of a longer one. Each comes after the one it extends. */
function waysIn(tree: ReadonlyMap<string, Introduction>): ReadonlyMap<string, string> {
  const ways = new Map<string, string>();
  for (const [label, { from, input }] of tree) {
    const before = ways.get(from);
    const way = before === undefined ? input : `${before}/${input}`;
    ways.set(label, way.length <= wayLengthMax ? way : `${way.slice(0, wayLengthMax - 1)}…`);
  }
  return ways;
}

// Tar writers without a time give 0 or 1, zip and SOURCE_DATE_EPOCH at least 1980-01-01: no date of any release.
const placeholderSecondsMax = 315_532_800;

// The last second of the year 9999; later ones have no ISO 8601 form of the usual length.
const secondsMax = 253_402_300_799;

/** lockedSource is `locked` of a node as facts; null when the node is not locked. */
export function lockedSource(locked: LockAttrs | null): LockedSource | null {
  const found = attributes(locked);
  if (found === null) return null;
  const seconds = lastModifiedSeconds(locked) ?? 0;
  const isDate = Number.isInteger(seconds) && seconds > placeholderSecondsMax && seconds <= secondsMax;
  return { attributes: found, lastModified: isDate ? known(seconds) : unknown("no-last-modified") };
}

/**
 * attributes are a lock's attributes as facts. The file is not trusted, but any name is harmless in JSON; a number
 * that JSON cannot write (1e999) is left out.
 */
export function attributes(attrs: LockAttrs | null): FlakeRefAttributes | null {
  if (attrs === null) return null;
  if (Object.values(attrs).every(isWritable)) return attrs;
  return Object.fromEntries(Object.entries(attrs).filter(([, value]) => isWritable(value)));
}

function isWritable(value: LockAttrs[string]): boolean {
  return typeof value !== "number" || Number.isFinite(value);
}
