import type { FlakeCheckerComparison } from "#lib/checks/compare-with-flake-checker.ts";
import type { Outcome, Severity } from "#lib/model/finding.ts";
import type { Fix } from "#lib/model/fix.ts";
import type { FlakeRole, ParseFacts } from "#lib/model/flake.ts";
import type { Day, Instant } from "#lib/model/instant.ts";
import type { Observed } from "#lib/model/observed.ts";
import type { BranchStatus } from "#lib/model/policy.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { ResourceLink } from "./resource-links.ts";

/** EvidenceLink is a place in the repository; `href` leads to the line at the commit where the provider has pages. */
export interface EvidenceLink {
  readonly path: string;
  readonly line: number | null;
  readonly href: string | null;
}

/** StageStep is one rung of the ladder. */
export interface StageStep {
  readonly stage: Stage;
  readonly label: string;
  readonly description: string;
  readonly isReached: boolean;
  readonly isNext: boolean;
  readonly evidence: EvidenceLink | null;
}

/** VerdictItem is what a check says of a thing, where a table shows it beside the thing. */
export interface VerdictItem {
  readonly outcome: Outcome;
  readonly summary: string;
}

/** BranchItem is the branch that a Nixpkgs follows, and where that is in its life. */
export interface BranchItem extends VerdictItem {
  /** Null when it names none, or none can be told; the summary says which. */
  readonly name: string | null;
  /** By the dated list of the policy; null for a branch of which it says nothing. */
  readonly status: BranchStatus | null;
}

/** InputItem is one input of a flake as the table of inputs shows it. */
export interface InputItem {
  readonly name: string;
  readonly isImplicit: boolean;
  readonly isFlake: boolean;
  readonly isNixpkgs: boolean;
  /** As a person would write it: `github:NixOS/nixpkgs/nixos-unstable`; null when it cannot be told. */
  readonly reference: string | null;
  readonly follows: string | null;
  readonly nodeLabel: string | null;
  readonly revision: string | null;
  readonly ageDays: Observed<number>;
  readonly lastModifiedAt: Instant | null;
  readonly isStale: boolean;
  /** Days from the locked revision to the newest one of its branch. */
  readonly driftDays: Observed<number>;
  /** What it asks a registry of releases for, and the release that the lock holds. */
  readonly versionRange: string | null;
  readonly resolvedVersion: string | null;
  /** It names a revision, which no update moves. */
  readonly isPinned: boolean;
  /** The repository of the organization itself that it comes from; null for any other. */
  readonly internal: { readonly name: string; readonly href: string | null } | null;
  /** Null for what is no Nixpkgs, or follows another input. */
  readonly branch: BranchItem | null;
  /** Whether something updates it by itself; null where that is not asked. */
  readonly updates: VerdictItem | null;
  readonly evidence: EvidenceLink;
}

/** FlakeItem is one flake of the repository. */
export interface FlakeItem {
  readonly directory: string;
  readonly role: FlakeRole;
  readonly parse: ParseFacts;
  readonly description: string | null;
  readonly lock:
    | {
        readonly status: "ok";
        readonly version: number;
        readonly nodes: number;
        readonly reachable: number;
        readonly nixpkgsNodes: number;
      }
    | { readonly status: "missing" }
    | { readonly status: "unread"; readonly message: string }
    | { readonly status: "error"; readonly message: string };
  readonly inputs: readonly InputItem[];
  /** Names of what it offers, and whether they are all; null when flake.nix could not be read. */
  readonly outputs: { readonly names: readonly string[]; readonly isComplete: boolean } | null;
  /** What flake-checker says of its lock; null when there is none that could be read. */
  readonly flakeChecker: FlakeCheckerComparison | null;
}

/** WaiverItem is the waiver that covers a finding. */
export interface WaiverItem {
  readonly id: string;
  readonly reason: string;
  readonly grantedBy: string;
  /** The last day on which it holds, UTC. */
  readonly lastDay: Day;
  /** One that the repository declares ends in its own file only. */
  readonly source: "app" | "repository";
}

/** FindingItem is one finding with the words of its check. */
export interface FindingItem {
  readonly checkId: string;
  readonly title: string;
  /** The page of the check. */
  readonly href: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  /** A person gave a dated reason not to count it. */
  readonly isWaived: boolean;
  /** What waives it; null when nothing does. */
  readonly waiver: WaiverItem | null;
  readonly summary: string;
  readonly since: Instant;
  readonly evidence: readonly EvidenceLink[];
  readonly why: string;
  readonly how: string;
  readonly remediation: string;
  /** The text that mends it in this repository; null where none can be made. */
  readonly fix: Fix | null;
  readonly resources: readonly ResourceLink[];
}

/** TimelineItem is one moment in the life of a repository: a commit that changed something, or an event. */
export interface TimelineItem {
  readonly at: Instant;
  /** What happened, one sentence each. */
  readonly changes: readonly string[];
  /** Null for what is no commit. */
  readonly commit: { readonly revision: string; readonly href: string | null } | null;
  /** Read from git history, before the first scan. */
  readonly isBackfilled: boolean;
}
