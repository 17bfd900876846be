import { LockError } from "./lock-error.ts";
import type { LockAttrs, LockFile, LockNode } from "./lock-file.ts";
import { field, isJsonObject, type JsonObject, readAttrs, readEdges, readNames } from "./lock-json.ts";

/** LockResult is a lock, or the reason (one sentence) why Nix would not load it. */
export type LockResult =
  | { readonly status: "ok"; readonly lock: LockFile }
  | { readonly status: "error"; readonly message: string };

/**
 * parseLock reads the text of a `flake.lock`, versions 5 to 7, and refuses what Nix refuses for its shape: text that is
 * no JSON, an unsupported version, a label without node, an edge back to the root, a node without `locked`.
 *
 * Not refused: unlocked inputs (older versions of Nix wrote them), and attributes and types that Nix does not know.
 * Of a repeated key the last counts, as in Nix. Nodes that the root does not reach are not judged, as in Nix.
 * A node that nothing reaches and that cannot be read is kept, empty.
 * Source: Nix 2.35, src/libflake/lockfile.cc (LockFile::LockFile).
 */
export function parseLock(text: string): LockResult {
  try {
    return { status: "ok", lock: readLock(parseJson(text)) };
  } catch (error) {
    // Messages quote labels, and those of a hostile lock can be long.
    if (error instanceof LockError) return { status: "error", message: error.message.slice(0, 500) };
    throw error;
  }
}

function parseJson(text: string): JsonObject {
  // Nix skips a byte order mark, JSON.parse does not.
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (json.trim() === "") throw new LockError("the lock file is empty");
  const value = tryParseJson(json);
  if (!isJsonObject(value)) throw new LockError("the lock file is not a JSON object");
  return value;
}

function tryParseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    if (/^(?:<<<<<<<|=======|>>>>>>>) ?/m.test(json))
      throw new LockError("the lock file has Git conflict markers", { cause });
    // The engine quotes the text in its message; the text is not ours to repeat.
    throw new LockError("the lock file is not valid JSON (is it cut off?)", { cause });
  }
}

function readLock(json: JsonObject): LockFile {
  const version = field(json, "version") ?? 0;
  if (typeof version !== "number") throw new LockError("the version of the lock file is not a number");
  if (version < 5 || version >= 8) throw new LockError(`the lock file has unsupported version ${version}`);
  const root = field(json, "root");
  if (typeof root !== "string") throw new LockError("the lock file does not name its root node");
  const nodes = field(json, "nodes") ?? {};
  if (!isJsonObject(nodes)) throw new LockError("the nodes of the lock file are not an object");

  const read = new Map<string, LockNode>();
  const problems = new Map<string, LockError>();
  for (const [label, node] of [[root, {}] as const, ...Object.entries(nodes)]) {
    const result = label === root ? readRoot(label, node) : readNode(label, node);
    if (result instanceof LockError) problems.set(label, result);
    read.set(label, result instanceof LockError ? emptyNode(label) : result);
  }
  const lock = { version: Math.trunc(version), root, nodes: read };
  checkReached(lock, problems);
  return lock;
}

function readRoot(label: string, json: unknown): LockNode | LockError {
  return catchLockError(() => ({
    ...emptyNode(label),
    inputs: readEdges(isJsonObject(json) ? field(json, "inputs") : undefined, `nodes.${label}.inputs`),
  }));
}

function readNode(label: string, json: unknown): LockNode | LockError {
  const where = `nodes.${label}`;
  return catchLockError(() => {
    if (!isJsonObject(json)) throw new LockError(`${where} is not an object`);
    const isFlake = field(json, "flake");
    if (isFlake !== undefined && typeof isFlake !== "boolean") throw new LockError(`${where}.flake is not a Boolean`);
    const parent = field(json, "parent");
    return {
      label,
      inputs: readEdges(field(json, "inputs"), `${where}.inputs`),
      locked: readLocked(json, where),
      original: readPresentAttrs(json, "original", where),
      isFlake: isFlake ?? true,
      parent: parent === undefined ? null : readNames(parent, `${where}.parent`),
    };
  });
}

// Version 5 kept `lastModified` and `narHash` in `info`; Nix lets it win over `locked`.
function readLocked(json: JsonObject, where: string): LockAttrs {
  const locked = readPresentAttrs(json, "locked", where);
  const info = field(json, "info");
  return info === undefined ? locked : { ...locked, ...readAttrs(info, `${where}.info`) };
}

function readPresentAttrs(json: JsonObject, name: string, where: string): LockAttrs {
  const value = field(json, name);
  if (value === undefined) throw new LockError(`${where} lacks the attribute '${name}'`);
  return readAttrs(value, `${where}.${name}`);
}

function emptyNode(label: string): LockNode {
  return { label, inputs: new Map(), locked: null, original: null, isFlake: true, parent: null };
}

function catchLockError<T>(read: () => T): T | LockError {
  try {
    return read();
  } catch (error) {
    if (error instanceof LockError) return error;
    throw error;
  }
}

// Nix reads from the root along labels; what it does not come by can be as broken as it likes.
function checkReached(lock: LockFile, problems: ReadonlyMap<string, LockError>): void {
  const seen = new Set([lock.root]);
  for (const label of seen) {
    const problem = problems.get(label);
    if (problem !== undefined) throw problem;
    for (const edge of lock.nodes.get(label)?.inputs.values() ?? []) {
      if (edge.kind === "follows") continue;
      if (edge.label === lock.root) throw new LockError("the lock file has an edge back to its root node");
      if (!lock.nodes.has(edge.label)) throw new LockError(`the lock file references missing node '${edge.label}'`);
      seen.add(edge.label);
    }
  }
}
