import { isSameFlakeRef } from "../flake-ref/canonical-flake-ref.ts";
import type { FlakeRef } from "../flake-ref/flake-ref.ts";
import { flakeRefFromAttrs } from "../flake-ref/flake-ref-from-attrs.ts";
import { flakeRefToUrl } from "../flake-ref/flake-ref-to-url.ts";
import type { LockEdge, LockFile, LockNode } from "./lock-file.ts";

/**
 * DeclaredInput is one input as a `flake.nix` declares it, as much as a lock can be compared with.
 * `ref` is null when the input follows, or when its reference could not be read.
 * `follows` is a path of input names from the root, `[]` the root itself, null when the input follows nothing.
 * `overrides` are the inputs below `inputs.<name>.inputs`.
 */
export interface DeclaredInput {
  readonly name: string;
  readonly ref: FlakeRef | null;
  readonly follows: readonly string[] | null;
  readonly overrides: readonly DeclaredInput[];
}

/**
 * LockComparison is what `nix flake lock` would find to change. All lists are sorted by name; a name is the path of
 * input names, joined with `/`.
 * `different` shows both sides as a URL or as `follows a/b`. `unknown` could not be compared; it is neither.
 */
export interface LockComparison {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly different: readonly { readonly name: string; readonly declared: string; readonly locked: string }[];
  readonly unknown: readonly string[];
}

/**
 * compareDeclared compares the inputs of a `flake.nix`, implicit ones included, with those of its lock.
 *
 * References compare as Nix compares them to decide whether a locked input is kept: `original` against declared, both
 * canonical. An override of an input that the locked flake does not have is ignored, as in Nix (it warns).
 * What the flakes of the inputs declare themselves is not seen from here.
 * Source: Nix 2.35, src/libflake/flake.cc (lockFlake).
 */
export function compareDeclared(declared: readonly DeclaredInput[], lock: LockFile): LockComparison {
  const root = lock.nodes.get(lock.root);
  const names = new Set(declared.map((input) => input.name));
  const missing = declared.filter((input) => root?.inputs.has(input.name) !== true).map((input) => input.name);
  const extra = [...(root?.inputs.keys() ?? [])].filter((name) => !names.has(name));
  const found = root === undefined ? { different: [], unknown: [] } : compareInputs(declared, root, lock, "");
  return {
    missing: missing.sort(),
    extra: extra.sort(),
    different: found.different.sort((a, b) => (a.name < b.name ? -1 : 1)),
    unknown: found.unknown.sort(),
  };
}

interface Found {
  readonly different: { readonly name: string; readonly declared: string; readonly locked: string }[];
  readonly unknown: string[];
}

function compareInputs(declared: readonly DeclaredInput[], node: LockNode, lock: LockFile, prefix: string): Found {
  const found: Found = { different: [], unknown: [] };
  for (const input of declared) {
    const edge = node.inputs.get(input.name);
    if (edge === undefined) continue;
    const name = prefix + input.name;
    const locked = edge.kind === "node" ? lock.nodes.get(edge.label) : undefined;
    const verdict = compareEdge(input, edge, locked, prefix === "");
    if (verdict === "unknown") found.unknown.push(name);
    else if (verdict !== "same") found.different.push({ name, ...verdict });
    if (locked === undefined) continue;
    const below = compareInputs(input.overrides, locked, lock, `${name}/`);
    found.different.push(...below.different);
    found.unknown.push(...below.unknown);
  }
  return found;
}

type Verdict = "same" | "unknown" | { readonly declared: string; readonly locked: string };

function compareEdge(input: DeclaredInput, edge: LockEdge, locked: LockNode | undefined, isDirect: boolean): Verdict {
  if (input.follows !== null) {
    const declared = describeFollows(input.follows);
    const actual = edge.kind === "follows" ? describeFollows(edge.path) : describeNode(locked);
    return declared === actual ? "same" : { declared, locked: actual };
  }
  // An override may have been given for the sake of the inputs below it alone.
  if (input.ref === null) return isDirect ? "unknown" : "same";
  const declared = describeRef(input.ref);
  if (edge.kind === "follows") return { declared, locked: describeFollows(edge.path) };
  const original = flakeRefFromAttrs(Object.entries(locked?.original ?? {}));
  if (original.status === "error") return "unknown";
  return isSameFlakeRef(input.ref, original.ref) ? "same" : { declared, locked: describeRef(original.ref) };
}

function describeFollows(path: readonly string[]): string {
  return `follows ${path.length === 0 ? '""' : path.join("/")}`;
}

function describeNode(node: LockNode | undefined): string {
  const original = flakeRefFromAttrs(Object.entries(node?.original ?? {}));
  return original.status === "ok" ? describeRef(original.ref) : "a reference that cannot be read";
}

function describeRef(ref: FlakeRef): string {
  const url = flakeRefToUrl(ref);
  return url.status === "ok" ? url.url : `an input of type ${ref.type}`;
}
