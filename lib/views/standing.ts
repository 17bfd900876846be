import type { WhyNotEligible } from "#lib/model/repository.ts";
import type { Share } from "#lib/model/share.ts";

/** Standing is how one repository stands to a share: wholly in it, not in it, in part, unknown, or out of its whole. */
export type Standing = "in" | "out" | "part" | "unknown" | "not-applicable" | "not-eligible";

/** standings in the order in which pages list them. */
export const standings = [
  "in",
  "out",
  "part",
  "unknown",
  "not-applicable",
  "not-eligible",
] as const satisfies readonly Standing[];

/** standingNames is how every page names a standing. */
export const standingNames = {
  in: "In",
  out: "Not in",
  part: "In part",
  unknown: "Unknown",
  "not-applicable": "Does not apply",
  "not-eligible": "Does not count",
} as const satisfies Record<Standing, string>;

/** notEligibleReasons says why a repository counts in no share. */
export const notEligibleReasons = {
  archived: "It is archived.",
  fork: "It is a fork.",
  empty: "It is empty.",
  excluded: "The policy leaves it out.",
} as const satisfies Record<WhyNotEligible, string>;

/** standingOf is how a repository stands to a metric in which it counts this share. */
export function standingOf({ numerator, denominator, unknown }: Share): Standing {
  if (denominator === 0) return "not-applicable";
  if (numerator === denominator) return "in";
  if (numerator > 0) return "part";
  return unknown === denominator ? "unknown" : "out";
}
