import type { FlakeRefAttributes, InputFacts } from "./flake.ts";
import { daysBetween, type Instant, instantFromUnixSeconds } from "./instant.ts";
import { known, type Observed, unknown } from "./observed.ts";
import { upstreamAmong } from "./upstream-of.ts";

/** UpstreamHead is the newest revision of a branch, as its forge last said. */
export interface UpstreamHead {
  readonly revision: string;
  readonly committedAt: Instant;
}

/** UpstreamHeads are the branches of all upstreams that were asked, by `upstreamKey`; null has no such branch. */
export type UpstreamHeads = ReadonlyMap<string, UpstreamHead | null>;

/** upstreamKey names a branch of an upstream, as `upstreamOf` writes one; null is its default branch. */
export function upstreamKey(upstream: string, branch: string | null): string {
  return branch === null ? upstream : `${upstream} ${branch}`;
}

/**
 * driftOf is the number of whole days by which an input lies behind its branch: from the commit that it is locked to
 * until the newest one there. 0 when nothing has come since, however old that is.
 *
 * Unknown "no-branch" for an input that names a revision or follows another, or a branch that is gone; "not-asked" for
 * an upstream that is not on a forge which was asked; and as the age is unknown, without lock or `lastModified`.
 */
export function driftOf(input: InputFacts, heads: UpstreamHeads): Observed<number> {
  if (!input.node.known) return input.node;
  const { locked, original } = input;
  if (input.follows !== null) return unknown("no-branch");
  if (locked === null) return unknown("no-last-modified");
  const branch = branchOf(input);
  if (branch === undefined) return unknown("no-branch");
  // What a name of the registry was locked to says where it came from, and not which branch it follows.
  const upstream = upstreamAmong(input.ref, original);
  const head = upstream === null ? undefined : heads.get(upstreamKey(upstream, branch));
  if (head === undefined) return unknown("not-asked");
  if (head === null) return unknown("no-branch");
  if (textOf(locked.attributes, "rev") === head.revision) return known(0);
  const { lastModified } = locked;
  if (!lastModified.known) return lastModified;
  return known(Math.max(0, daysBetween(instantFromUnixSeconds(lastModified.value), head.committedAt)));
}

const branching = ["github", "gitlab", "sourcehut", "git", "hg"];

/** isOnBranch says whether an input points to a branch of its upstream, or to its default one, and so can lie behind it. */
export function isOnBranch(input: InputFacts): boolean {
  const type = textOf(input.ref ?? input.original ?? {}, "type");
  return input.follows === null && type !== null && branching.includes(type) && branchOf(input) !== undefined;
}

/** The branch that an input is updated to; null for the default one, undefined when it names a revision. */
function branchOf({ ref, original }: InputFacts): string | null | undefined {
  const asked = ref ?? original ?? {};
  if (textOf(asked, "rev") !== null) return undefined;
  return textOf(asked, "ref") ?? (original === null ? null : textOf(original, "ref"));
}

function textOf(attributes: FlakeRefAttributes, name: string): string | null {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === "string" && value !== "" ? value : null;
}
