/**
 * Compares how locks are read and resolved with Nix itself: every `*flake.lock` below the given folders must be accepted
 * or refused as Nix does, and every path of input names must lead to what Nix leads it to.
 *
 *     node lib/nix/lock/compare-with-nix.ts [--nix COMMAND] [--show 10] FOLDER…
 *
 * It needs Nix 2.26 or later with flakes; nothing is fetched. Each lock is laid beside a `flake.nix` that declares just
 * what the lock holds, so that Nix has nothing to update, and Nix is asked for the lock as it understands it
 * (`nix flake metadata --json`). It numbers the labels anew, so paths are compared and not labels. A lock for which
 * Nix wants to fetch something (inputs at relative paths, unlocked ones) is counted as not judged.
 * Exit 0 when nothing differs, 1 when something does.
 */
import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { canonicalFlakeRef } from "../flake-ref/canonical-flake-ref.ts";
import { flakeRefFromAttrs } from "../flake-ref/flake-ref-from-attrs.ts";
import type { LockAttrs, LockFile, LockNode } from "./lock-file.ts";
import { type LockResult, parseLock } from "./parse-lock.ts";
import { resolveInput } from "./resolve-input.ts";

/** So many paths of a lock are compared; a lock with many follows has more of them than nodes by far. */
const pathsMax = 2_000;
const depthMax = 8;

interface Tally {
  same: number;
  different: number;
  notJudged: number;
  refused: number;
  paths: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { nix: { type: "string", default: "nix" }, show: { type: "string", default: "10" } },
});
process.exitCode = main(positionals, values.nix, Number(values.show));

function main(folders: readonly string[], command: string, differencesMax: number): number {
  const tally: Tally = { same: 0, different: 0, notJudged: 0, refused: 0, paths: 0 };
  const texts = new Map(
    folders
      .flatMap((folder) => globSync(join(folder, "**/*flake.lock")).toSorted())
      .map((file) => [readFileSync(file, "utf8"), file] as const),
  );
  for (const [text, file] of texts) {
    const difference = compareLock(text, command, tally);
    if (difference !== null && tally.different <= differencesMax) process.stdout.write(`${file}: ${difference}\n`);
  }
  const { same, different, notJudged, refused, paths } = tally;
  process.stdout.write(
    `${texts.size} locks: ${same} the same in ${paths} paths, ${refused} refused by both, ${different} differ, ${notJudged} not judged\n`,
  );
  return different === 0 ? 0 : 1;
}

/** What differs, in a sentence; null when nothing does, or Nix could not judge. */
function compareLock(text: string, command: string, tally: Tally): string | null {
  const own = parseLock(text);
  const nix = askNix(text, own.status === "ok" ? flakeFor(own.lock) : "{ outputs = _: { }; }", command);
  if (nix.kind === "not-judged") {
    tally.notJudged++;
    return null;
  }
  const paths = own.status === "ok" ? pathsOf(own.lock) : [];
  const refusal = own.status === "ok" ? deadEndOf(paths, own.lock) : own.message;
  tally.paths += paths.length;
  if (nix.kind === "refused" && refusal !== null) {
    tally.refused++;
    return null;
  }
  const difference = differenceOf(own, refusal, paths, nix);
  if (difference === null) tally.same++;
  else tally.different++;
  return difference;
}

function differenceOf(
  own: LockResult,
  refusal: string | null,
  paths: readonly (readonly string[])[],
  nix: Exclude<NixAnswer, { kind: "not-judged" }>,
): string | null {
  if (nix.kind === "refused") return `Nix refuses: ${nix.message}`;
  if (own.status === "error" || refusal !== null) return `Nix accepts, we say: ${refusal}`;
  const different = paths.find((path) => !leadsToTheSame(path, own.lock, nix.locks));
  return different === undefined ? null : `the path ${different.join("/")} leads elsewhere`;
}

/** We read a lock whose follows lead nowhere or in a circle, and say so input by input; Nix refuses it as a whole. */
function deadEndOf(paths: readonly (readonly string[])[], lock: LockFile): string | null {
  const deadEnd = paths.find((path) => resolveInput(lock, path).status !== "node");
  return deadEnd === undefined ? null : `the path ${deadEnd.join("/")} leads nowhere`;
}

type NixAnswer =
  | { readonly kind: "locks"; readonly locks: NixLocks }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "not-judged" };

interface NixLocks {
  readonly root: string;
  readonly nodes: Readonly<Record<string, NixNode>>;
}

interface NixNode {
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
  readonly locked?: LockAttrs;
  readonly original?: LockAttrs;
  readonly flake?: boolean;
}

function askNix(lock: string, flake: string, command: string): NixAnswer {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  try {
    writeFileSync(join(folder, "flake.nix"), flake);
    writeFileSync(join(folder, "flake.lock"), lock);
    const features = ["--extra-experimental-features", "nix-command flakes", "--offline"];
    const quiet = ["--no-write-lock-file", "--option", "flake-registry", "", "--option", "warn-dirty", "false"];
    const args = [...features, "flake", "metadata", "--json", ...quiet, `path:${folder}`];
    const answer = execFileSync(command, args, { encoding: "utf8", stdio: "pipe", timeout: 60_000 });
    return { kind: "locks", locks: JSON.parse(answer).locks };
  } catch (error) {
    const message = String(error);
    if (/while updating the flake input|while fetching|unable to download/.test(message)) {
      return { kind: "not-judged" };
    }
    return { kind: "refused", message: /error: (?!\n)[^\n]*$/m.exec(message)?.[0] ?? message };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A flake.nix that declares what the lock holds: each direct input as it was asked for, and every follows. */
function flakeFor(lock: LockFile): string {
  const lines: string[] = [];
  const walk = (node: LockNode, prefix: string, ancestors: ReadonlySet<string>): void => {
    for (const [name, edge] of node.inputs) {
      const place = `${prefix}.inputs.${JSON.stringify(name)}`;
      if (edge.kind === "follows") {
        lines.push(`${place}.follows = ${nixString(edge.path.join("/"))};`);
        continue;
      }
      const target = lock.nodes.get(edge.label);
      if (target === undefined || ancestors.has(edge.label)) continue;
      if (prefix === "") lines.push(...declarationOf(place, target));
      walk(target, place, new Set([...ancestors, edge.label]));
    }
  };
  const root = lock.nodes.get(lock.root);
  if (root !== undefined) walk(root, "", new Set([lock.root]));
  return `{\n${lines.map((line) => line.replace(/^\./, "")).join("\n")}\noutputs = _: { };\n}\n`;
}

function declarationOf(place: string, { original, isFlake }: LockNode): readonly string[] {
  const attrs = Object.entries(original ?? {}).map(
    ([name, value]) =>
      `${place}.${JSON.stringify(name)} = ${typeof value === "string" ? nixString(value) : String(value)};`,
  );
  return isFlake ? attrs : [...attrs, `${place}.flake = false;`];
}

function nixString(text: string): string {
  return JSON.stringify(text).replaceAll("$", "\\$");
}

/** Every path of input names from the root, shortest first, up to a bound. */
function pathsOf(lock: LockFile): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = [[]];
  for (const path of paths) {
    const found = resolveInput(lock, path);
    if (found.status !== "node" || path.length >= depthMax || (path.length > 0 && found.node.label === lock.root)) {
      continue;
    }
    for (const name of found.node.inputs.keys()) if (paths.length < pathsMax) paths.push([...path, name]);
  }
  return paths;
}

function leadsToTheSame(path: readonly string[], lock: LockFile, nix: NixLocks): boolean {
  const own = resolveInput(lock, path);
  const theirs = resolveAsNix(nix, path, 0);
  if (own.status !== "node" || theirs === null) return (own.status === "node") === (theirs !== null);
  const { inputs, locked, original, isFlake } = own.node;
  return (
    isDeepStrictEqual([...inputs.keys()].toSorted(), Object.keys(theirs.inputs ?? {}).toSorted()) &&
    isDeepStrictEqual(canonical(locked), canonical(theirs.locked)) &&
    isDeepStrictEqual(canonical(original), canonical(theirs.original)) &&
    isFlake === (theirs.flake ?? true)
  );
}

/** Nix writes a lock anew in the form of today, so both sides are brought to it. */
function canonical(attrs: LockAttrs | null | undefined): unknown {
  if (!attrs) return null;
  const { __final: _, ...rest } = attrs;
  const ref = flakeRefFromAttrs(Object.entries(rest));
  return ref.status === "ok" ? { ...canonicalFlakeRef(ref.ref) } : rest;
}

// Written as Nix's doFind is, apart from ours: the judge must not be the judged.
function resolveAsNix(nix: NixLocks, path: readonly string[], depth: number): NixNode | null {
  let node = nix.nodes[nix.root] ?? null;
  for (const name of path) {
    const edge: string | readonly string[] | undefined = node?.inputs?.[name];
    if (edge === undefined || depth > 100) return null;
    node = typeof edge === "string" ? (nix.nodes[edge] ?? null) : resolveAsNix(nix, edge, depth + 1);
  }
  return node;
}
