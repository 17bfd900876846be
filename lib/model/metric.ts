import type { Day } from "./instant.ts";
import type { Share } from "./share.ts";

/** MetricPoint is one metric of one scope on one day, in absolute counts. */
export interface MetricPoint {
  readonly metricId: string;
  /** The rule's version; a change is marked on the chart. */
  readonly metricVersion: number;
  readonly day: Day;
  readonly numerator: number;
  readonly denominator: number;
  /** Could not be decided: in the denominator, never in the numerator, shown apart. */
  readonly unknown: number;
  /** What it comes to where it is no share, such as a median in days; null for a share, and where nothing is known. */
  readonly value: number | null;
  /** `backfilled` was rebuilt from git history, `observed` was seen by a scan. */
  readonly origin: PointOrigin;
}

/** PointOrigin tells rebuilt history from observed history. */
export type PointOrigin = "observed" | "backfilled";

/** MetricScope is what a point is about: the whole organization, or one team of it. */
export type MetricScope = { readonly kind: "organization" } | { readonly kind: "team"; readonly teamId: string };

/** MeasuredSpan is what one repository counted on every day from `from` until before `to`, eligible or not. */
export interface MeasuredSpan {
  readonly from: Day;
  readonly to: Day;
  /** By the metric's id; one that it does not count in is left out. */
  readonly shares: Readonly<Record<string, Share>>;
}

/** LockedSpan is when the direct inputs of one repository were locked, on every day from `from` until before `to`. */
export interface LockedSpan {
  readonly from: Day;
  readonly to: Day;
  /** A day for each input of known age, as `dayNumber` counts them; those of unknown age are in none. */
  readonly days: readonly number[];
}
