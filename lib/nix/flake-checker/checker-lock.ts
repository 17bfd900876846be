import { chaseInput } from "./chase-input.ts";
import { CheckerError } from "./checker-error.ts";
import { type CheckerNode, classifyNode } from "./checker-node.ts";
import { SerdeReader, type SerdeValue } from "./serde-json.ts";

/**
 * readCheckerLock gives the inputs of the root, by name, with the nodes that flake-checker takes them to lead to.
 *
 * @throws CheckerError: in the words of flake-checker where it fails, in ours where it crashes.
 * Source: flake-checker 0.2.11, parse-flake-lock/src/lib.rs (impl Deserialize for FlakeLock).
 */
export function readCheckerLock(text: string): ReadonlyMap<string, CheckerNode> {
  const reader = new SerdeReader(text);
  if (reader.peek() !== "{") throw wrongTopLevel(reader);
  const inputs = resolveInputs(readFields(reader), reader);
  if (reader.peek() !== undefined) throw reader.errorAhead("trailing characters");
  return inputs;
}

interface Fields {
  readonly nodes: ReadonlyMap<string, CheckerNode>;
  readonly root: string;
}

function readFields(reader: SerdeReader): Fields {
  let nodes: ReadonlyMap<string, CheckerNode> | undefined;
  let root: string | undefined;
  const seen = new Set<string>();
  reader.enter();
  for (let key = reader.nextKey(true); key !== null; key = reader.nextKey(false)) {
    if (seen.has(key)) throw errorInObject(reader, `duplicate field \`${key}\``);
    seen.add(key);
    if (key === "nodes") nodes = readNodes(reader);
    else if (key === "root") root = readRoot(reader);
    else if (key === "version") readVersion(reader);
    else throw errorInObject(reader, `unknown field \`${key}\`, expected one of \`nodes\`, \`root\`, \`version\``);
  }
  if (nodes === undefined) throw errorInObject(reader, "missing field `nodes`");
  if (root === undefined) throw errorInObject(reader, "missing field `root`");
  if (!seen.has("version")) throw errorInObject(reader, "missing field `version`");
  return { nodes, root };
}

function resolveInputs({ nodes, root }: Fields, reader: SerdeReader): ReadonlyMap<string, CheckerNode> {
  const node = nodes.get(root);
  if (node === undefined) throw new CheckerError(`flake-checker crashes: there is no node '${root}'`);
  if (node.shape !== "Root") {
    throw errorInObject(reader, `root node was not a Root node, but was a ${node.shape} node`);
  }
  const budget = { steps: stepsMax };
  const resolved = new Map<string, CheckerNode>();
  for (const [name, input] of node.rootInputs) {
    const path = input.kind === "label" ? [input.label] : input.path;
    const target = chaseInput(nodes, path, budget);
    if (typeof target === "string") throw errorInObject(reader, `failed to chase input ${name}: ${target}`);
    resolved.set(name, target);
  }
  reader.leave("}");
  return resolved;
}

// A bound against hostile locks, whose follows can multiply; a large real lock takes some hundred steps.
const stepsMax = 100_000;

// The members of `nodes` are never refused: what fits nothing falls through.
function readNodes(reader: SerdeReader): ReadonlyMap<string, CheckerNode> {
  reader.colon();
  if (reader.peek() !== "{") throw wrongType(reader, "a map");
  const value = reader.value();
  const entries = value.kind === "object" ? value.entries : [];
  return new Map(entries.map(([label, node]) => [label, classifyNode(node)]));
}

function readRoot(reader: SerdeReader): string {
  reader.colon();
  if (reader.peek() !== '"') throw wrongType(reader, "a string");
  const value = reader.value();
  return value.kind === "string" ? value.value : "";
}

// Any whole number will do: the version is never looked at.
function readVersion(reader: SerdeReader): void {
  reader.colon();
  if (!/[-0-9]/.test(reader.peek() ?? "")) throw wrongType(reader, "usize");
  const value = reader.value();
  if (value.kind !== "number" || /^[0-9]{1,19}$/.test(value.text)) return;
  const isNegative = /^-[1-9][0-9]*$/.test(value.text);
  throw reader.errorHere(`invalid ${isNegative ? "value" : "type"}: ${nameOf(value)}, expected usize`);
}

function wrongTopLevel(reader: SerdeReader): CheckerError {
  if (reader.peek() !== "[") return wrongType(reader, "struct FlakeLock");
  reader.enter();
  reader.leave("]");
  return reader.errorHere("invalid type: sequence, expected struct FlakeLock");
}

function wrongType(reader: SerdeReader, expected: string): CheckerError {
  // serde does not go into a list or an object that it does not want.
  const next = reader.peek();
  if (next === "[") return reader.errorHere(`invalid type: sequence, expected ${expected}`);
  if (next === "{") return reader.errorHere(`invalid type: map, expected ${expected}`);
  const found = nameOf(reader.value());
  return reader.errorHere(`invalid type: ${found}, expected ${expected}`);
}

function nameOf(value: SerdeValue): string {
  if (value.kind === "string") return `string ${JSON.stringify(value.value)}`;
  if (value.kind === "boolean") return `boolean \`${value.value}\``;
  if (value.kind !== "number") return "null";
  if (/^-?[0-9]+$/.test(value.text)) return `integer \`${value.text}\``;
  const float = String(Number(value.text));
  return `floating point \`${float.includes(".") ? float : `${float}.0`}\``;
}

// serde places an error of its user's behind the closing brace, if that is what comes next.
function errorInObject(reader: SerdeReader, message: string): CheckerError {
  reader.leave("}");
  return reader.errorHere(message);
}
