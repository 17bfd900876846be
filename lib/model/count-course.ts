import type { Day } from "./instant.ts";
import type { WhyNotEligible } from "./repository.ts";
import type { Share } from "./share.ts";

/** CountSpan is a stretch of days from `from` until before `to`, open where that is null; no share where it did not count. */
export interface CountSpan {
  readonly from: Day;
  readonly to: Day | null;
  readonly share: Share | null;
}

/** ObservedCountSpan is such a stretch as scans measured it. */
export interface ObservedCountSpan extends CountSpan {
  readonly notEligible: WhyNotEligible | null;
  /** The teams in whose number it counted. */
  readonly teamIds: readonly string[];
}

/** CountCourse is what one repository counted in one metric over time. */
export interface CountCourse {
  /** Why it counts on no day before the first scan; null when it does. */
  readonly neverBefore: WhyNotEligible | null;
  /** The days before the first scan on which it counts, until before `eligibleTo`; null where that end is open. */
  readonly eligibleFrom: Day | null;
  readonly eligibleTo: Day | null;
  /** As rebuilt from history, in order. */
  readonly rebuilt: readonly CountSpan[];
  /** As scans measured it, in order. */
  readonly observed: readonly ObservedCountSpan[];
}
