import type { CountCourse, CountSpan } from "#lib/model/count-course.ts";
import type { Day } from "#lib/model/instant.ts";
import { dayAt, dayNumber } from "#lib/model/instant.ts";
import type { WhyNotEligible } from "#lib/model/repository.ts";
import type { Share } from "#lib/model/share.ts";
import { type Counted, nothing, unread } from "./metric.ts";

/** DayCount is what a repository counts on one day: a share, `absent` when it was not there, or why it is out. */
export type DayCount =
  | { readonly kind: "counted"; readonly share: Share }
  | { readonly kind: "absent" }
  | { readonly kind: "not-eligible"; readonly reason: WhyNotEligible };

/** CountEras says which days scans measured and which were rebuilt. */
export interface CountEras {
  /** From this day on it is kept what each repository counted as a scan saw it; null while no day is. */
  readonly firstCounted: Day | null;
}

/**
 * countOn is what a repository counts in a metric on a day. A day before the first scan of which nothing is known
 * counts as one on which it could not be read, as in `createDailyCounts`.
 */
export function countOn(course: CountCourse, metric: Counted, day: Day, { firstCounted }: CountEras): DayCount {
  if (firstCounted !== null && day >= firstCounted) return observedOn(course, day);
  const { neverBefore, eligibleFrom, eligibleTo, rebuilt } = course;
  if (neverBefore !== null) return { kind: "not-eligible", reason: neverBefore };
  const begin = eligibleFrom ?? firstCounted;
  if (begin !== null && day < begin) return { kind: "absent" };
  if (eligibleTo !== null && day >= eligibleTo) return { kind: "not-eligible", reason: "archived" };
  const span = rebuilt.find((each) => isWithin(each, day));
  return { kind: "counted", share: span === undefined ? metric.count(unread) : (span.share ?? nothing) };
}

function observedOn({ observed }: CountCourse, day: Day): DayCount {
  const span = observed.find((each) => isWithin(each, day));
  if (span === undefined) return { kind: "absent" };
  if (span.notEligible !== null) return { kind: "not-eligible", reason: span.notEligible };
  return { kind: "counted", share: span.share ?? nothing };
}

/** countedTeamIds are the teams in whose number a repository counted on a day; null for a day that was rebuilt, of which nobody knows. */
export function countedTeamIds(
  { observed }: CountCourse,
  day: Day,
  { firstCounted }: CountEras,
): readonly string[] | null {
  if (firstCounted === null || day < firstCounted) return null;
  return observed.find((each) => isWithin(each, day))?.teamIds ?? [];
}

function isWithin({ from, to }: CountSpan, day: Day): boolean {
  return from <= day && (to === null || day < to);
}

/** changeDay is the last day after `from`, `to` included, on which the repository began to count as it does on `to`; null when it counts the same all along. */
export function changeDay(
  course: CountCourse,
  metric: Counted,
  { from, to }: { readonly from: Day; readonly to: Day },
  eras: CountEras,
): Day | null {
  const { rebuilt, observed, eligibleFrom, eligibleTo } = course;
  const edges = [...rebuilt, ...observed].flatMap((span) => [span.from, span.to]);
  const days = [...edges, eligibleFrom, eligibleTo, eras.firstCounted].filter((day) => day !== null);
  const inside = [...new Set(days)].filter((day) => from < day && day <= to).sort();
  const key = (day: Day) => JSON.stringify(countOn(course, metric, day, eras));
  return inside.findLast((day) => key(day) !== key(dayAt(dayNumber(day) - 1))) ?? null;
}
