import type { SerdeValue } from "./serde-json.ts";

/**
 * CheckerInput is an input of a node as flake-checker keeps it: a path of labels, of length one for a plain string.
 */
export type CheckerInput =
  | { readonly kind: "label"; readonly label: string }
  | { readonly kind: "path"; readonly path: readonly string[] };

/** CheckerInputs are the inputs of a node by name. */
export type CheckerInputs = ReadonlyMap<string, CheckerInput>;

/**
 * CheckerNode is a lock node as flake-checker sees it: not by its `type`, which it never reads, but by the first of
 * these shapes that fits.
 *
 * `inputs` is null for none, and "unreadable" for a fall-through node whose inputs are none either.
 * `lastModified` is in Unix seconds.
 */
export type CheckerNode = { readonly inputs: CheckerInputs | null | "unreadable" } & (
  | { readonly shape: "Root"; readonly rootInputs: CheckerInputs }
  | { readonly shape: "Repo"; readonly lastModified: number; readonly ref: string | null; readonly owner: string }
  | { readonly shape: "Indirect"; readonly id: string }
  | { readonly shape: "Path" }
  | { readonly shape: "Tarball"; readonly lastModified: number | null }
  | { readonly shape: "Fallthrough" }
);

/**
 * classifyNode finds the shape of a node. A shape fits when all its required fields are there with the right type, no
 * known field is there twice (a field and its alias are the same), and no unknown field is there where none is allowed.
 * So a `git`, `hg` or `file` node is a Tarball, for it has `url` and `type` in both halves.
 * Source: flake-checker 0.2.11, parse-flake-lock/src/lib.rs (serde's untagged enum `Node`).
 */
export function classifyNode(json: SerdeValue): CheckerNode {
  return asRoot(json) ?? asRepo(json) ?? asIndirect(json) ?? asPath(json) ?? asTarball(json) ?? asFallthrough(json);
}

function asRoot(json: SerdeValue): CheckerNode | null {
  const node = readFields(json, rootFields, "closed");
  const inputs = readInputs(node?.inputs);
  return inputs === null ? null : { shape: "Root", inputs: null, rootInputs: inputs };
}

function asRepo(json: SerdeValue): CheckerNode | null {
  const node = readFields(json, repoFields, "closed");
  const isFlake = node?.flake ?? absent;
  const inputs = readOptionalInputs(node?.inputs);
  const locked = readRepoLocked(node?.locked);
  const original = readFields(node?.original, forgeFields);
  const owner = asString(original?.owner);
  const ref = asOptionalString(original?.ref);
  if (isFlake.kind !== "boolean" && isFlake.kind !== "null") return null;
  if (inputs === undefined || locked === null || owner === null || ref === undefined) return null;
  if (asString(original?.repo) === null || asString(original?.type) === null) return null;
  return { shape: "Repo", inputs, lastModified: locked, ref, owner };
}

function asIndirect(json: SerdeValue): CheckerNode | null {
  const node = readFields(json, nodeFields, "closed");
  const inputs = readOptionalInputs(node?.inputs);
  const original = readFields(node?.original, indirectFields);
  const id = asString(original?.id);
  if (inputs === undefined || readRepoLocked(node?.locked) === null) return null;
  if (id === null || asString(original?.type) === null) return null;
  return { shape: "Indirect", inputs, id };
}

function asPath(json: SerdeValue): CheckerNode | null {
  const node = readFields(json, nodeFields, "closed");
  const inputs = readOptionalInputs(node?.inputs);
  const locked = readFields(node?.locked, lockedPathFields);
  const original = readFields(node?.original, pathFields);
  if (inputs === undefined || asInteger(locked?.lastModified) === null) return null;
  if (asOptionalString(locked?.narHash) === undefined || asOptionalString(original?.ref) === undefined) return null;
  for (const half of [locked, original]) {
    if (asString(half?.path) === null || asString(half?.type) === null) return null;
  }
  return { shape: "Path", inputs };
}

function asTarball(json: SerdeValue): CheckerNode | null {
  const node = readFields(json, nodeFields);
  const inputs = readOptionalInputs(node?.inputs);
  const locked = readFields(node?.locked, lockedUrlFields);
  const original = readFields(node?.original, urlFields);
  const lastModified = isNothing(locked?.lastModified) ? null : asInteger(locked?.lastModified);
  if (inputs === undefined || asOptionalString(locked?.narHash) === undefined) return null;
  if (lastModified === null && !isNothing(locked?.lastModified)) return null;
  for (const half of [locked, original]) {
    if (asString(half?.url) === null || asString(half?.type) === null) return null;
  }
  return { shape: "Tarball", inputs, lastModified };
}

function asFallthrough(json: SerdeValue): CheckerNode {
  const entry = json.kind === "object" ? json.entries.findLast(([name]) => name === "inputs") : undefined;
  const inputs = entry === undefined ? null : (readInputs(entry[1]) ?? "unreadable");
  return { shape: "Fallthrough", inputs };
}

// lastModified when the value has the shape that forges and registry inputs share, else null.
function readRepoLocked(json: SerdeValue | undefined): number | null {
  const locked = readFields(json, lockedForgeFields);
  const texts = [locked?.owner, locked?.repo, locked?.rev, locked?.type];
  if (texts.some((text) => asString(text) === null) || asOptionalString(locked?.narHash) === undefined) return null;
  return asInteger(locked?.lastModified);
}

// serde knows a field under its Rust name and under its alias.
const aliases = {
  type: ["type", "node_type"],
  ref: ["ref", "git_ref"],
  narHash: ["narHash", "nar_hash"],
  lastModified: ["lastModified", "last_modified"],
} as const;

const rootFields = fieldNames("inputs");
const nodeFields = fieldNames("inputs", "locked", "original");
const repoFields = fieldNames("inputs", "locked", "original", "flake");
const forgeFields = fieldNames("owner", "repo", "ref", "type");
const indirectFields = fieldNames("id", "type");
const pathFields = fieldNames("path", "ref", "type");
const urlFields = fieldNames("url", "type");
const lockedForgeFields = fieldNames("lastModified", "narHash", "owner", "repo", "rev", "type");
const lockedPathFields = fieldNames("lastModified", "narHash", "path", "type");
const lockedUrlFields = fieldNames("lastModified", "narHash", "url", "type");
const absent: SerdeValue = { kind: "null" };

// Each name with the field that it stands for. Made once for a shape: a large lock asks several thousand times.
function fieldNames<Field extends string>(...fields: readonly Field[]): ReadonlyMap<string, Field> {
  const named: Readonly<Record<string, readonly string[]>> = aliases;
  return new Map(fields.flatMap((field) => (named[field] ?? [field]).map((name) => [name, field] as const)));
}

function readFields<Name extends string>(
  json: SerdeValue | undefined,
  names: ReadonlyMap<string, Name>,
  closed?: "closed",
): Partial<Record<Name, SerdeValue>> | null {
  if (json?.kind !== "object") return null;
  const fields: Partial<Record<Name, SerdeValue>> = {};
  for (const [name, value] of json.entries) {
    const field = names.get(name);
    if (field === undefined ? closed !== undefined : fields[field] !== undefined) return null;
    if (field !== undefined) fields[field] = value;
  }
  return fields;
}

// undefined when it is neither absent nor inputs.
function readOptionalInputs(json: SerdeValue | undefined): CheckerInputs | null | undefined {
  return isNothing(json) ? null : (readInputs(json) ?? undefined);
}

function readInputs(json: SerdeValue | undefined): CheckerInputs | null {
  if (json?.kind !== "object") return null;
  const inputs = new Map<string, CheckerInput>();
  for (const [name, value] of json.entries) {
    const input = readInput(value);
    if (input === null) return null;
    inputs.set(name, input);
  }
  return inputs;
}

function readInput(json: SerdeValue): CheckerInput | null {
  if (json.kind === "string") return { kind: "label", label: json.value };
  if (json.kind !== "array") return null;
  const path = json.items.flatMap((item) => (item.kind === "string" ? [item.value] : []));
  return path.length === json.items.length ? { kind: "path", path } : null;
}

function isNothing(json: SerdeValue | undefined): boolean {
  return json === undefined || json.kind === "null";
}

function asString(json: SerdeValue | undefined): string | null {
  return json?.kind === "string" ? json.value : null;
}

// undefined when it is neither absent nor text.
function asOptionalString(json: SerdeValue | undefined): string | null | undefined {
  return isNothing(json) ? null : (asString(json) ?? undefined);
}

// Rust's i64. `-0` is a float for serde_json.
function asInteger(json: SerdeValue | undefined): number | null {
  if (json?.kind !== "number" || !/^-?[0-9]+$/.test(json.text) || json.text === "-0") return null;
  const value = BigInt(json.text);
  return BigInt.asIntN(64, value) === value ? Number(value) : null;
}
