import { inputAgeDaysAt } from "#lib/checks/input-age.ts";
import type { FlakeFacts, FlakeRefAttributes, LockNodeFacts } from "#lib/model/flake.ts";
import { type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import { type Observed, unknown } from "#lib/model/observed.ts";
import type { Policy } from "#lib/model/policy.ts";
import { upstreamAmong } from "#lib/model/upstream-of.ts";
import type { CrossEdge, InputTree } from "./input-tree.ts";

/** GraphRow is one node that a lock's root reaches, in words. */
export interface GraphRow {
  readonly label: string;
  /** The name of the input that leads here on the shortest way. */
  readonly name: string;
  /** That way, joined with `/`. */
  readonly path: string;
  readonly isDirect: boolean;
  readonly isFlake: boolean;
  readonly isNixpkgs: boolean;
  /** One of several Nixpkgs in this lock. */
  readonly isRepeated: boolean;
  /** As `upstreamOf` writes it; null when it cannot be told. */
  readonly upstream: string | null;
  readonly ref: string | null;
  readonly revision: string | null;
  readonly ageDays: Observed<number>;
  readonly isBeyondLimit: boolean;
  /** Its inputs that follow others, or that lead to what already stands elsewhere: `nixpkgs follows nixpkgs`. */
  readonly borrows: readonly string[];
  /** The direct input without which it would be gone; null when several bring it. */
  readonly onlyInput: string | null;
}

/** graphRows is every node but the root, by path, so that what an input brings in stands behind it. */
export function graphRows(
  { lock }: FlakeFacts,
  tree: InputTree,
  { policy, asOf }: { readonly policy: Policy; readonly asOf: Instant },
): readonly GraphRow[] {
  const facts = new Map((lock.status === "ok" ? lock.nodes : []).map((node) => [node.label, node]));
  const copies = [...tree.nodes.keys()].filter((label) => facts.get(label)?.isNixpkgs).length;
  const crossing = Map.groupBy(tree.crossing, ({ from }) => from);
  const rows = [...tree.nodes.values()].flatMap((node): readonly GraphRow[] => {
    const found = facts.get(node.label);
    if (found === undefined || node.parent === null) return [];
    const ageDays = ageOf(found, asOf);
    const limitDays = found.isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax;
    return [
      {
        label: node.label,
        name: node.name,
        path: found.introducedBy ?? node.name,
        isDirect: tree.nodes.get(node.parent)?.parent === null,
        isFlake: found.isFlake,
        isNixpkgs: found.isNixpkgs,
        isRepeated: found.isNixpkgs && copies > 1,
        upstream: upstreamAmong(found.original, found.locked?.attributes ?? null),
        ref: textOf(found.original, "ref"),
        revision: textOf(found.locked?.attributes ?? null, "rev"),
        ageDays,
        isBeyondLimit: ageDays.known && ageDays.value > limitDays,
        borrows: (crossing.get(node.label) ?? []).map((edge) => borrowWords(edge, facts, tree)),
        onlyInput: found.onlyInput,
      },
    ];
  });
  return rows.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function borrowWords(
  { name, to, isFollows }: CrossEdge,
  facts: ReadonlyMap<string, LockNodeFacts>,
  tree: InputTree,
): string {
  const target = tree.nodes.get(to)?.parent === null ? "the flake itself" : (facts.get(to)?.introducedBy ?? to);
  return `${name} ${isFollows ? "follows" : "is"} ${target}`;
}

function ageOf({ locked }: LockNodeFacts, asOf: Instant): Observed<number> {
  const lastModified = locked?.lastModified ?? unknown("no-last-modified");
  return lastModified.known ? inputAgeDaysAt(instantFromUnixSeconds(lastModified.value), asOf) : lastModified;
}

function textOf(attributes: FlakeRefAttributes | null, name: string): string | null {
  const value = attributes !== null && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === "string" && value !== "" ? value : null;
}
