import { type CountEras, countedTeamIds } from "#lib/metrics/count-on.ts";
import type { Counted } from "#lib/metrics/metric.ts";
import type { Day } from "#lib/model/instant.ts";
import { findFirstCountedDay, listCountCourses, type RepositoryCourse } from "#lib/store/count-courses.ts";
import type { Database } from "#lib/store/database.ts";

/** CountCourses is what every repository counted in a metric over some days. */
export interface CountCourses {
  readonly courses: readonly RepositoryCourse[];
  readonly eras: CountEras;
}

/** readCountCourses reads them from the first day to the last, both included. */
export async function readCountCourses(
  database: Database,
  organizationId: string,
  metric: Counted,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<CountCourses> {
  const firstCounted = await findFirstCountedDay(database, organizationId);
  const courses = await listCountCourses(database, organizationId, { metricId: metric.id, from, to });
  return { courses, eras: { firstCounted } };
}

/** wasIn says whether a repository counted in a team's number on a day; for the whole organization, it always did. */
export function wasIn(
  course: RepositoryCourse,
  team: { readonly id: string } | null,
  day: Day,
  eras: CountEras,
  scopesOf: (ownerTeamIds: readonly string[]) => ReadonlySet<string>,
): boolean {
  if (team === null) return true;
  const observed = countedTeamIds(course, day, eras);
  // Who owned a repository before the first scan is not known: its owners of today count.
  return observed === null ? scopesOf(course.ownerTeamIds).has(team.id) : observed.includes(team.id);
}
