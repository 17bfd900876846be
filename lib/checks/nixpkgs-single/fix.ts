import type { Fix } from "#lib/model/fix.ts";
import type { FlakeFacts, InputFacts, LockNodeFacts } from "#lib/model/flake.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { nixName, nixString } from "../nix-text.ts";
import { findFlake, flakePath } from "../subjects.ts";

/**
 * fix is one `follows` line for each Nixpkgs that another input brings, by the way on which it comes in. Copies that
 * flake.nix declares itself are left alone: somebody wants them. So are pinned ones, and those whose name asks for
 * another one than the flake has (`nixpkgs-regression`).
 */
export function fix({ facts }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const flake = outcome === "fail" ? findFlake(facts, subject) : undefined;
  const lines = flake === undefined ? [] : followsLines(flake);
  if (flake === undefined || lines.length === 0) return null;
  return {
    title: `Let ${lines.length === 1 ? "the other input" : "the other inputs"} use your Nixpkgs`,
    language: "nix",
    path: flakePath(flake),
    text: lines.join("\n"),
    note: "Inside the outer braces; then lock anew and build. An upstream may be tested with its own Nixpkgs only: leave out the line of an input that then fails.",
  };
}

// Names by which flakes ask for any recent Nixpkgs; flake-parts calls it nixpkgs-lib.
const generalNames: readonly string[] = ["nixpkgs", "nixpkgs-lib"];

// An override deeper than this is longer than what it saves.
const wayLengthMax = 3;

interface Copy {
  readonly label: string;
  /** The names of inputs on the way to it, from the root. */
  readonly way: readonly string[];
}

function followsLines(flake: FlakeFacts): readonly string[] {
  if (flake.lock.status !== "ok" || flake.parse.status !== "ok") return [];
  const copies = flake.lock.nodes.flatMap(copyOf).sort((one, other) => one.way.length - other.way.length);
  const own = flake.inputs.filter((input) => input.isNixpkgs);
  const first = copies.find(({ way }) => generalNames.includes(way.at(-1) ?? ""));
  return copies.flatMap((copy) => {
    const target = targetOf(copy, own, first);
    const path = copy.way.map((name) => `inputs.${nixName(name)}`).join(".");
    return target === undefined ? [] : [`${path}.follows = ${nixString(target)};`];
  });
}

/**
 * The direct Nixpkgs of the same name, or the flake's main one; where it has none, the first copy serves the others.
 * Undefined for a copy that stays. Nothing may follow itself, nor what it is brought by.
 */
function targetOf({ label, way }: Copy, own: readonly InputFacts[], first: Copy | undefined): string | undefined {
  const name = way.at(-1) ?? "";
  const namesake = own.find((input) => input.name === name);
  const isGeneral = namesake !== undefined || generalNames.includes(name);
  if (way.length < 2 || way.length > wayLengthMax || !isGeneral) return undefined;
  const direct = namesake ?? own.find((input) => input.name === "nixpkgs") ?? own[0];
  if (direct === undefined) return first?.label === label ? undefined : first?.way.join("/");
  const isItself = direct.node.known && direct.node.value === label;
  return isItself || way[0] === direct.name ? undefined : direct.name;
}

/** A way that was cut for its length leads nowhere, and Nix takes no name with a slash. */
function copyOf({ label, isReachable, isNixpkgs, introducedBy, original }: LockNodeFacts): readonly Copy[] {
  if (!isReachable || !isNixpkgs || introducedBy === null || introducedBy.includes("…")) return [];
  return original?.rev === undefined ? [{ label, way: introducedBy.split("/") }] : [];
}
