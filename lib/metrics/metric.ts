import type { Outcome, Theme } from "#lib/model/finding.ts";
import type { Share } from "#lib/model/share.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { Tally } from "#lib/model/tally.ts";

/** MeasuredRepository is what the metrics look at: one repository as it stood at one moment. */
export interface MeasuredRepository {
  /** Counts in shares at all: not archived, not a fork, not empty, not excluded. */
  readonly isEligible: boolean;
  /** Its content is known. */
  readonly isRead: boolean;
  /** The stages that it has reached; none while it was not read. */
  readonly stages: readonly Stage[];
  readonly findings: readonly MeasuredFinding[];
  /** Checks that it was never asked, because they came after it was last judged: what they would say is unknown. */
  readonly unaskedChecks: readonly UnaskedCheck[];
  /** Null while it was not read, and until it is judged by a version that counts it. */
  readonly tally: Tally | null;
}

/** unread is a repository that counts, and of whose content nothing is known. */
export const unread: MeasuredRepository = {
  isEligible: true,
  isRead: false,
  stages: [],
  findings: [],
  unaskedChecks: [],
  tally: null,
};

/** UnaskedCheck is a check that a repository was never asked, with its theme. */
export type UnaskedCheck = Pick<MeasuredFinding, "checkId" | "theme">;

/** MeasuredFinding is a finding as far as metrics need it. A waived fail does not count. */
export interface MeasuredFinding {
  readonly checkId: string;
  /** The theme of its check; null when the check no longer exists. */
  readonly theme: Theme | null;
  readonly outcome: Outcome;
  readonly isWaived: boolean;
}

/** MetricId is the id of a metric. */
export type MetricId = string;

/** MetricBasis is what a metric looks at, so that a page can tell why a repository counts as it does. */
export type MetricBasis =
  | { readonly kind: "check"; readonly checkId: string }
  | { readonly kind: "theme"; readonly theme: Theme }
  | { readonly kind: "stage"; readonly stage: Stage }
  /** `reason` says in a sentence why a repository of this tally counts as it does. */
  | { readonly kind: "tally"; readonly theme: Theme; readonly reason: (tally: Tally) => string };

/**
 * Counted is a definition that counts one repository; what many repositories count is the sum, so that every scope
 * (organization, team) and every day is the same arithmetic.
 */
export interface Counted {
  readonly id: MetricId;
  /**
   * Counts up when the same findings may give another count; lib/checks/counted.ts adds the versions of the checks that
   * it rests on. Charts mark the day.
   */
  readonly version: number;
  readonly label: string;
  /** What is counted, of what, in one sentence. */
  readonly definition: string;
  count(repository: MeasuredRepository): Share;
}

/** Metric is a share: its numerator is a part of its denominator, and pages may call it a percent. */
export interface Metric extends Counted {
  /** What one step of the denominator is. */
  readonly unit: "repositories" | "inputs" | "findings";
  readonly basis: MetricBasis;
}

/** nothing is the share of a repository that a metric does not count. */
export const nothing: Share = { numerator: 0, denominator: 0, unknown: 0 };

/** sumShares adds shares up; the sum of none is `nothing`. */
export function sumShares(shares: Iterable<Share>): Share {
  let numerator = 0;
  let denominator = 0;
  let unknown = 0;
  for (const share of shares) {
    numerator += share.numerator;
    denominator += share.denominator;
    unknown += share.unknown;
  }
  return { numerator, denominator, unknown };
}

/** measure is a metric over many repositories. */
export function measure(metric: Counted, repositories: Iterable<MeasuredRepository>): Share {
  return sumShares(Array.from(repositories, (repository) => metric.count(repository)));
}
