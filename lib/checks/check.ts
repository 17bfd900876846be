import type { Evidence } from "#lib/model/evidence.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Outcome, Severity, Theme } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Stage } from "#lib/model/stage.ts";

/** CheckId is the id of a check: a statement that can be true, and the name of its folder. */
export type CheckId = string;

/** CheckContext is all that a check may look at. The moment comes in, so that a replay gives the same answer. */
export interface CheckContext {
  readonly facts: RepositoryFacts;
  readonly policy: Policy;
  readonly asOf: Instant;
}

/** CheckResult is the outcome for one subject: `.` the repository, `./nix` a flake, `./nix/nixpkgs` an input. */
export interface CheckResult {
  readonly subject: string;
  readonly outcome: Outcome;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
}

/** Resource is a page where a person learns how to close the gap. */
export interface Resource {
  readonly title: string;
  readonly url: string;
}

/** CheckWords explain a check to people; its page and the repository's page show them. */
export interface CheckWords {
  /** The statement, as a sentence. */
  readonly title: string;
  readonly why: string;
  /** How it decides. */
  readonly how: string;
  /** What it cannot know. */
  readonly limits: string;
  readonly remediation: string;
  readonly resources: readonly Resource[];
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
}
