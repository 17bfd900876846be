import type { Evidence } from "#lib/model/evidence.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Outcome, Severity, Theme } from "#lib/model/finding.ts";
import type { Fix } from "#lib/model/fix.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Visibility } from "#lib/model/repository.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { UpstreamHeads } from "#lib/model/upstream-heads.ts";

/** CheckId is the id of a check: a statement that can be true, and the name of its folder. */
export type CheckId = string;

/** JudgedRepository is what a check may know of a repository beside its files; null is not known. */
export interface JudgedRepository {
  /** The organization, or the person, that the repository belongs to. */
  readonly owner: string | null;
  readonly name: string | null;
  readonly visibility: Visibility | null;
}

/** CheckContext is all that a check may look at. The moment comes in, so that a replay gives the same answer. */
export interface CheckContext {
  readonly repository: JudgedRepository;
  readonly facts: RepositoryFacts;
  readonly policy: Policy;
  readonly asOf: Instant;
  /** The newest revisions of the branches that inputs follow; absent where nobody has asked, as in history. */
  readonly upstreams?: UpstreamHeads;
}

/** CheckResult is the outcome for one subject: `.` the repository, `./nix` a flake, `./nix/nixpkgs` an input. */
export interface CheckResult {
  readonly subject: string;
  readonly outcome: Outcome;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
}

/**
 * CheckWords explain a check to people; its page and the repository's page show them. Where one learns to pass it is
 * said in lib/learn.
 */
export interface CheckWords {
  /** The statement, as a sentence. */
  readonly title: string;
  readonly why: string;
  /** How it decides. */
  readonly how: string;
  /** What it cannot know. */
  readonly limits: string;
  readonly remediation: string;
}

/**
 * Check is one rule. `evaluate` is pure and total: it never throws, and says `not-applicable` or `unknown` in a
 * result of its own rather than by leaving the result out.
 */
export interface Check {
  readonly id: CheckId;
  /** Counts up when the same facts may get another outcome; charts mark the day. */
  readonly version: number;
  readonly theme: Theme;
  readonly severity: Severity;
  /** The stage that it belongs to; null when it belongs to none. */
  readonly stage: Stage | null;
  readonly words: CheckWords;
  evaluate(context: CheckContext): readonly CheckResult[];
  /** The text that mends `result` in this repository; null where none can be made for it. Parses in its language. */
  fix?(context: CheckContext, result: CheckResult): Fix | null;
}
