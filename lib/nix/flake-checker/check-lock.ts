import { CheckerError } from "./checker-error.ts";
import { readCheckerLock } from "./checker-lock.ts";
import type { CheckerNode } from "./checker-node.ts";
import { flakeCheckerRefStatuses, type RefStatusTable, supportedRefs } from "./ref-statuses.ts";

/**
 * FlakeCheckerIssue is one complaint about one Nixpkgs input.
 * `disallowed`: the branch in `value` is not on the list. `outdated`: the lock is `value` days old, over 30.
 * `nonUpstream`: the owner in `value` is not NixOS.
 */
export interface FlakeCheckerIssue {
  readonly input: string;
  readonly kind: "disallowed" | "outdated" | "nonUpstream";
  readonly value: string;
}

/**
 * FlakeCheckerSubject is a Nixpkgs input as flake-checker sees it, before any age or list is asked. `branch`, `owner` and
 * `lastModified` (Unix seconds) are null where it does not know them and therefore lets the input pass.
 */
export interface FlakeCheckerSubject {
  readonly input: string;
  readonly branch: string | null;
  readonly lastModified: number | null;
  readonly owner: string | null;
}

/** FlakeCheckerSelection is what flake-checker would judge in a lock, by input name (byte order), or the error it ends with. */
export type FlakeCheckerSelection =
  | { readonly status: "ok"; readonly subjects: readonly FlakeCheckerSubject[] }
  | { readonly status: "error"; readonly message: string };

/** FlakeCheckerVerdict is what flake-checker says of a lock, or the error with which it ends. */
export type FlakeCheckerVerdict =
  | { readonly status: "ok"; readonly issues: readonly FlakeCheckerIssue[] }
  | { readonly status: "error"; readonly message: string };

/** FlakeCheckerConfig is what its options and environment variables set; the defaults are those of flake-checker. */
export interface FlakeCheckerConfig {
  /** Names of direct inputs to look at; each must be there. `NIX_FLAKE_CHECKER_NIXPKGS_KEYS`. */
  readonly nixpkgsKeys: readonly string[];
  readonly checkSupported: boolean;
  readonly checkOutdated: boolean;
  readonly checkOwner: boolean;
  readonly refStatuses: RefStatusTable;
}

/** defaultFlakeCheckerConfig is flake-checker 0.2.11 as it comes. */
export const defaultFlakeCheckerConfig: FlakeCheckerConfig = {
  nixpkgsKeys: ["nixpkgs"],
  checkSupported: true,
  checkOutdated: true,
  checkOwner: true,
  refStatuses: flakeCheckerRefStatuses,
};

// flake-checker's MAX_DAYS, a constant there. Exactly 30 days pass.
const ageDaysMax = 30;

/**
 * checkLock gives the verdict of flake-checker 0.2.11 (without a CEL condition), including where it errs: it looks at
 * direct inputs of certain names only, takes the first element of a follows for a label, knows no age of registry
 * inputs and no branch or owner of tarballs, and takes Git inputs for tarballs. What it cannot assess counts as clean.
 *
 * @param text the lock as it stands in the repository.
 * @param asOf the ISO moment from which ages count.
 * @returns issues by input name (byte order), for each disallowed before outdated before nonUpstream.
 * Source: DeterminateSystems/flake-checker b66c784 (0.2.11), src/flake.rs.
 */
export function checkLock(
  text: string,
  asOf: string,
  config: FlakeCheckerConfig = defaultFlakeCheckerConfig,
): FlakeCheckerVerdict {
  return judgeSelection(selectSubjects(text, config.nixpkgsKeys), asOf, config);
}

/** selectSubjects is the half of `checkLock` that needs no clock and no list: which inputs it looks at, and what it sees. */
export function selectSubjects(
  text: string,
  nixpkgsKeys: readonly string[] = defaultFlakeCheckerConfig.nixpkgsKeys,
): FlakeCheckerSelection {
  try {
    const inputs = selectInputs(readLock(text), nixpkgsKeys);
    return { status: "ok", subjects: inputs.map(([input, node]) => subjectOf(input, node)) };
  } catch (error) {
    // Messages quote names from the lock, and those of a hostile lock can be long.
    if (error instanceof CheckerError) return { status: "error", message: error.message.slice(0, 500) };
    throw error;
  }
}

/** judgeSelection is the other half of `checkLock`: what flake-checker says of the inputs at `asOf`. */
export function judgeSelection(
  selection: FlakeCheckerSelection,
  asOf: string,
  config: FlakeCheckerConfig = defaultFlakeCheckerConfig,
): FlakeCheckerVerdict {
  if (selection.status === "error") return selection;
  return { status: "ok", issues: selection.subjects.flatMap((subject) => judgeSubject(subject, asOf, config)) };
}

function readLock(text: string): ReadonlyMap<string, CheckerNode> {
  try {
    return readCheckerLock(text);
  } catch (error) {
    if (!(error instanceof CheckerError) || error.message.startsWith("flake-checker crashes")) throw error;
    const prefix = "couldn't parse flake.lock: couldn't parse the flake.lock file as json";
    throw new CheckerError(`${prefix}: ${error.message}`, { cause: error });
  }
}

function selectInputs(
  inputs: ReadonlyMap<string, CheckerNode>,
  keys: readonly string[],
): readonly (readonly [string, CheckerNode])[] {
  const isSelected = ([name, node]: readonly [string, CheckerNode]): boolean => {
    if (!keys.includes(name)) return false;
    if (node.shape === "Indirect") return node.id === name;
    return node.shape === "Repo" || node.shape === "Tarball";
  };
  const selected = new Map([...inputs].filter(isSelected));
  const missing = keys.filter((key) => !selected.has(key));
  if (missing.length > 0) {
    const what = missing.length > 1 ? "keys" : "key";
    throw new CheckerError(
      `invalid flake.lock: no nixpkgs dependency found for specified ${what}: ${missing.join(", ")}`,
    );
  }
  return [...selected].sort(([a], [b]) => (a < b ? -1 : 1));
}

function subjectOf(input: string, node: CheckerNode): FlakeCheckerSubject {
  const hasAge = node.shape === "Repo" || node.shape === "Tarball";
  return {
    input,
    branch: node.shape === "Repo" ? node.ref : null,
    lastModified: hasAge ? node.lastModified : null,
    owner: node.shape === "Repo" ? node.owner : null,
  };
}

function judgeSubject(subject: FlakeCheckerSubject, asOf: string, config: FlakeCheckerConfig): FlakeCheckerIssue[] {
  const { input, branch, lastModified, owner } = subject;
  const issues: FlakeCheckerIssue[] = [];
  if (config.checkSupported && branch !== null && !supportedRefs(config.refStatuses).has(branch)) {
    issues.push({ input, kind: "disallowed", value: branch });
  }
  if (config.checkOutdated && lastModified !== null) {
    const ageDays = daysBetween(lastModified, asOf);
    if (ageDays > ageDaysMax) issues.push({ input, kind: "outdated", value: String(ageDays) });
  }
  if (config.checkOwner && owner !== null && owner.toLowerCase() !== "nixos") {
    issues.push({ input, kind: "nonUpstream", value: owner });
  }
  return issues;
}

function daysBetween(lastModifiedSeconds: number, asOf: string): number {
  const asOfSeconds = Math.floor(Date.parse(asOf) / 1000);
  return Math.trunc((asOfSeconds - lastModifiedSeconds) / 86_400);
}
