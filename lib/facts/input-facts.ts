import type { FlakeRefAttributes, InputFacts } from "#lib/model/flake.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import type { FlakeInput, ParsedFlake } from "#lib/nix/flake/parsed-flake.ts";
import type { FlakeRef, FlakeRefAttr } from "#lib/nix/flake-ref/flake-ref.ts";
import { parseFlakeHubRange, parseFlakeHubRelease } from "#lib/nix/flake-ref/flakehub.ts";
import { isNixpkgsNode } from "#lib/nix/lock/is-nixpkgs-node.ts";
import { stringAttr } from "#lib/nix/lock/lock-attrs.ts";
import type { LockNode } from "#lib/nix/lock/lock-file.ts";
import { resolveInput } from "#lib/nix/lock/resolve-input.ts";
import { attributes, lockedSource, type ReadLock } from "./lock-facts.ts";

interface Paths {
  readonly flakePath: string;
  readonly lockPath: string;
}

/**
 * inputFacts are the inputs of a flake, each with the lock node that it resolves to from the root of the lock.
 *
 * Where flake.nix could not be read at all, the inputs of the lock's root stand in for the declared ones.
 */
export function inputFacts(parsed: ParsedFlake | null, lock: ReadLock, paths: Paths): readonly InputFacts[] {
  if (parsed !== null) return parsed.inputs.map((input) => declaredInput(input, lock, paths));
  if (lock.status !== "ok") return [];
  const names = [...(lock.lock.nodes.get(lock.lock.root)?.inputs.keys() ?? [])].sort();
  return names.map((name) => lockedInput(name, lock, paths));
}

function declaredInput(input: FlakeInput, lock: ReadLock, { flakePath }: Paths): InputFacts {
  const ref = input.ref === null ? null : plainAttributes(input.ref);
  return {
    name: input.name,
    isImplicit: input.implicit,
    isFlake: input.isFlake,
    declaredUrl: input.declared.url,
    declaredAttributes: input.declared.attrs === null ? null : plainAttributes(input.declared.attrs),
    follows: input.declared.follows,
    overrides: input.overrides.map(({ name, declared: { url, follows } }) => ({ name, url, follows })),
    ref,
    refProblem: input.refProblem,
    ...lockSide(input.name, ref, lock),
    evidence: { path: flakePath, line: input.line },
  };
}

function lockedInput(name: string, lock: Extract<ReadLock, { status: "ok" }>, { lockPath }: Paths): InputFacts {
  const edge = lock.lock.nodes.get(lock.lock.root)?.inputs.get(name);
  const follows = edge?.kind === "follows" ? edge.path.join("/") : null;
  const node = nodeOf(name, lock);
  const ref = follows === null && node.known ? attributes(node.value.original) : null;
  const line = node.known ? lock.lines.get(node.value.label) : undefined;
  return {
    name,
    isImplicit: false,
    isFlake: node.known ? node.value.isFlake : true,
    declaredUrl: null,
    declaredAttributes: null,
    follows,
    overrides: [],
    ref,
    refProblem: null,
    ...lockSide(name, ref, lock),
    evidence: line === undefined ? { path: lockPath } : { path: lockPath, line },
  };
}

type LockSide = Pick<InputFacts, "node" | "locked" | "original" | "versionRange" | "resolvedVersion" | "isNixpkgs">;

function lockSide(name: string, ref: FlakeRefAttributes | null, lock: ReadLock): LockSide {
  const node = nodeOf(name, lock);
  const locked = node.known ? node.value.locked : null;
  const declaredUrl = ref !== null && typeof ref.url === "string" ? ref.url : null;
  const lockedUrl = stringAttr(locked, "url");
  return {
    node: node.known ? known(node.value.label) : node,
    locked: lockedSource(locked),
    original: node.known ? attributes(node.value.original) : null,
    versionRange: declaredUrl === null ? null : (parseFlakeHubRange(declaredUrl)?.range ?? null),
    resolvedVersion: lockedUrl === null ? null : (parseFlakeHubRelease(lockedUrl)?.version ?? null),
    isNixpkgs: node.known ? isNixpkgsNode(node.value) : asksForNixpkgs(ref),
  };
}

/** Without a node only the reference tells: an unlocked Nixpkgs is a Nixpkgs of unknown age. */
function asksForNixpkgs(ref: FlakeRefAttributes | null): boolean {
  if (ref === null) return false;
  if (ref.type === "indirect") return ref.id === "nixpkgs";
  return isNixpkgsNode({ label: "", inputs: new Map(), locked: ref, original: ref, isFlake: true, parent: null });
}

function nodeOf(name: string, lock: ReadLock): Observed<LockNode> {
  if (lock.status === "missing") return unknown("no-lock");
  if (lock.status !== "ok") return unknown("unreadable");
  const resolution = resolveInput(lock.lock, [name]);
  return resolution.status === "node" ? known(resolution.node) : unknown("no-lock-node");
}

function plainAttributes(ref: FlakeRef | Readonly<Record<string, FlakeRefAttr>>): FlakeRefAttributes {
  return Object.fromEntries(
    Object.entries(ref).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
