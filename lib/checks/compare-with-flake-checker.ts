import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import { dayOf, type Instant } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import { type FlakeCheckerIssue, type FlakeCheckerVerdict, judgeSelection } from "#lib/nix/flake-checker/check-lock.ts";
import { flakeCheckerRefStatuses } from "#lib/nix/flake-checker/ref-statuses.ts";
import { inputAgeDays } from "./input-age.ts";
import { judgeBranch } from "./nixpkgs-branch-supported/check.ts";
import { nixpkgsOrigin } from "./nixpkgs-origin.ts";

/** FlakeCheckerComparison is what flake-checker says of a flake, and one sentence for each point where Flakeboard differs. */
export interface FlakeCheckerComparison {
  readonly verdict: FlakeCheckerVerdict;
  readonly differences: readonly string[];
}

/**
 * compareWithFlakeChecker gives the verdict of flake-checker beside ours: on the branch, the age and the owner of the
 * Nixpkgs inputs of one flake.
 *
 * @param asOf the moment from which both count ages.
 * @returns null for a flake without a lock that could be read; flake-checker has nothing to look at there.
 */
export function compareWithFlakeChecker(
  flake: FlakeFacts,
  policy: Policy,
  asOf: Instant,
): FlakeCheckerComparison | null {
  if (flake.flakeChecker === null) return null;
  const verdict = judgeSelection(flake.flakeChecker, asOf);
  const ours = flake.inputs.filter((input) => input.isNixpkgs && input.follows === null);
  if (flake.flakeChecker.status === "error") {
    return { verdict, differences: flake.lock.status === "ok" ? afterError(ours, flake.flakeChecker.message) : [] };
  }
  const { subjects } = flake.flakeChecker;
  const seen = new Set(subjects.map((subject) => subject.input));
  const issues = verdict.status === "ok" ? verdict.issues : [];
  const compared = subjects.flatMap((subject) => {
    const input = flake.inputs.find((candidate) => candidate.name === subject.input);
    if (input === undefined) return [];
    if (!input.isNixpkgs) return [`flake-checker takes ${input.name} for a Nixpkgs; for Flakeboard it is none.`];
    const said = issues.filter((issue) => issue.input === input.name);
    // The branch and the owner of an input that follows are those of the input that it follows.
    const own = input.follows === null;
    return [
      ...(own ? branchDifference(input, said, subject.branch, policy) : []),
      ...ageDifference(input, said, subject.lastModified, policy, asOf),
      ...(own ? ownerDifference(input, said, subject.owner, policy) : []),
    ];
  });
  return {
    verdict,
    differences: [...compared, ...unseen(ours.filter((input) => !seen.has(input.name)))],
  };
}

/** What it ends with an error for and Nix takes: no input of the name, or a lock that it reads in its own way. */
function afterError(inputs: readonly InputFacts[], message: string): readonly string[] {
  if (inputs.length === 0) return [];
  const why = message.includes("no nixpkgs dependency found")
    ? "flake-checker looks only at an input that is called nixpkgs, and ends with an error without one that it can read"
    : "flake-checker cannot read this lock, which Nix takes";
  return [`${why}; Flakeboard judges ${namesOf(inputs)}.`];
}

function unseen(inputs: readonly InputFacts[]): readonly string[] {
  if (inputs.length === 0) return [];
  const why = "flake-checker looks only at an input that is called nixpkgs";
  return [`${why}; Flakeboard judges ${namesOf(inputs)} as well.`];
}

function namesOf(inputs: readonly InputFacts[]): string {
  return inputs.map((input) => input.name).join(", ");
}

type Issues = readonly FlakeCheckerIssue[];

function branchDifference(input: InputFacts, said: Issues, branch: string | null, policy: Policy): readonly string[] {
  const { outcome, summary } = judgeBranch(input, policy);
  const isDisallowed = said.some((issue) => issue.kind === "disallowed");
  if (outcome === (isDisallowed ? "fail" : "pass")) return [];
  if (isDisallowed) {
    return [
      `flake-checker allows only the channels of its list of ${flakeCheckerRefStatuses.asOf}; for Flakeboard ${summary}.`,
    ];
  }
  const why =
    branch === null
      ? `flake-checker knows no branch of ${input.name} and lets it pass`
      : `flake-checker goes by its list of ${flakeCheckerRefStatuses.asOf}, in which ${branch} is allowed`;
  return [`${why}; for Flakeboard ${summary}.`];
}

function ageDifference(
  input: InputFacts,
  said: Issues,
  lastModified: number | null,
  policy: Policy,
  asOf: Instant,
): readonly string[] {
  const age = inputAgeDays(input, asOf);
  const isOutdated = said.some((issue) => issue.kind === "outdated");
  if (!age.known) {
    return isOutdated || lastModified === null
      ? [
          `The age of ${input.name} is unknown to Flakeboard on ${dayOf(asOf)}, which is no pass; flake-checker ${isOutdated ? "calls it outdated" : "lets it pass"}.`,
        ]
      : [];
  }
  const isOld = age.value > policy.nixpkgsAgeDaysMax;
  if (isOld === isOutdated) return [];
  const why =
    lastModified === null
      ? `flake-checker knows no age of ${input.name} and lets it pass`
      : "flake-checker has a fixed limit of 30 days";
  return [`${why}; for Flakeboard it is ${age.value} days old, limit ${policy.nixpkgsAgeDaysMax}.`];
}

function ownerDifference(input: InputFacts, said: Issues, owner: string | null, policy: Policy): readonly string[] {
  const origin = nixpkgsOrigin(input, policy);
  const isForeign = said.some((issue) => issue.kind === "nonUpstream");
  if (isForeign && origin.kind === "upstream") {
    return [`flake-checker takes only NixOS for upstream; the policy here takes ${owner} for it as well.`];
  }
  if (isForeign || origin.kind !== "fork") return [];
  const why =
    owner === null ? `flake-checker knows no owner of ${input.name}` : "flake-checker looks at the owner alone";
  return [`${why} and lets it pass; for Flakeboard it is the fork ${origin.name}.`];
}
