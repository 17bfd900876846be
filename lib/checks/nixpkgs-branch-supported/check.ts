import type { Outcome } from "#lib/model/finding.ts";
import type { InputFacts } from "#lib/model/flake.ts";
import type { BranchStatus, Policy } from "#lib/model/policy.ts";
import { branchStatus } from "../branch-status.ts";
import type { Check } from "../check.ts";
import { directNixpkgs, withoutNixpkgs } from "../direct-inputs.ts";
import { nixpkgsBranch } from "../nixpkgs-branch.ts";
import { nixpkgsOrigin } from "../nixpkgs-origin.ts";
import { inputSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** nixpkgsBranchSupported: every direct Nixpkgs comes from a branch that still gets fixes. */
export const nixpkgsBranchSupported: Check = {
  id: "nixpkgs-branch-supported",
  version: 1,
  theme: "freshness",
  severity: "warning",
  stage: null,
  words,
  fix,

  evaluate({ facts, policy }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const inputs = directNixpkgs(facts);
    if (inputs.length === 0) return [withoutNixpkgs(facts)];
    return inputs.map(({ flake, input }) => ({
      subject: inputSubject(flake, input),
      ...judgeBranch(input, policy),
      evidence: [input.evidence],
    }));
  },
};

/** BranchVerdict is what the branch of one Nixpkgs input is worth. */
export interface BranchVerdict {
  readonly outcome: Outcome;
  readonly summary: string;
}

/** judgeBranch judges the branch that an input of Nixpkgs asks for, by the dated list of the policy. */
export function judgeBranch(input: InputFacts, policy: Policy): BranchVerdict {
  const { name } = input;
  const branch = nixpkgsBranch(input);
  if (branch.kind === "pinned") {
    return { outcome: "unknown", summary: `${name} is pinned to a revision, which names no branch` };
  }
  if (branch.kind === "unclear")
    return { outcome: "unknown", summary: `the branch of ${name} is unknown: ${branch.why}` };
  const origin = nixpkgsOrigin(input, policy);
  if (origin.kind !== "upstream") {
    const summary =
      origin.kind === "fork"
        ? `${name} comes from ${origin.name}, whose branches are not known`
        : `whose branch ${name} follows cannot be told`;
    return { outcome: "unknown", summary };
  }
  if (branch.kind === "default" || branch.name === "master") {
    const asked = branch.kind === "default" ? "the default branch, master" : "master";
    return {
      outcome: "pass",
      summary: `${name} follows ${asked}: maintained, though no channel has tested what it holds`,
    };
  }
  const follows = branch.kind === "locked" ? `is locked to a release of ${branch.name}` : `follows ${branch.name}`;
  const status = branchStatus(branch.name, policy.branchStatuses);
  const { asOf } = policy.branchStatuses;
  if (status === undefined) {
    return {
      outcome: "unknown",
      summary: `${name} ${follows}, which is not among the channels as of ${asOf}`,
    };
  }
  const summary = `${name} ${follows}, which is ${statusWords[status]} as of ${asOf}`;
  return { outcome: status === "unmaintained" ? "fail" : "pass", summary };
}

const statusWords = {
  rolling: "rolling",
  beta: "a release to come",
  stable: "stable",
  deprecated: "supported for a few weeks more, for the next release is out,",
  unmaintained: "unmaintained",
} as const satisfies Record<BranchStatus, string>;
