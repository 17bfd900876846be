import { type CountEras, countedTeamIds } from "#lib/metrics/count-on.ts";
import type { Counted } from "#lib/metrics/metric.ts";
import type { Day } from "#lib/model/instant.ts";
import { type CommitOfDay, listCommitsSince } from "#lib/store/commits-of-days.ts";
import { findFirstCountedDay, listCountCourses, type RepositoryCourse } from "#lib/store/count-courses.ts";
import type { Database } from "#lib/store/database.ts";
import { readPointRevision, readStateRevision } from "#lib/store/state-revision.ts";
import { createStateMemory } from "./state-memory.ts";

interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** CountCourses is what every repository counted in a metric over some days. */
export interface CountCourses {
  readonly courses: readonly RepositoryCourse[];
  readonly eras: CountEras;
}

// A question about some days holds a line for each repository.
const questionsMax = 8;
const rememberCourses = createStateMemory<CountCourses>(questionsMax);
const rememberCommits = createStateMemory<readonly CommitOfDay[]>(questionsMax);

/** readCountCourses reads them from the first day to the last, both included, and remembers them while nothing changes. */
export async function readCountCourses(
  database: Database,
  organizationId: string,
  metric: Counted,
  { from, to }: DaySpan,
): Promise<CountCourses> {
  const at = { key: [organizationId, metric.id, from, to].join(" "), revision: await revisionOf(database) };
  return rememberCourses(database, at, async () => ({
    courses: await listCountCourses(database, organizationId, { metricId: metric.id, from, to }),
    eras: { firstCounted: await findFirstCountedDay(database, organizationId) },
  }));
}

/** readCommitsSince is where repositories began to stand between two days, remembered in the same way. */
export async function readCommitsSince(
  database: Database,
  organizationId: string,
  { from, to }: DaySpan,
): Promise<readonly CommitOfDay[]> {
  const at = { key: [organizationId, from, to].join(" "), revision: await revisionOf(database) };
  return rememberCommits(database, at, () => listCommitsSince(database, organizationId, { from, to }));
}

/** Repositories, owners and commits are the state's; what they counted changes with the points. */
async function revisionOf(database: Database): Promise<string> {
  return `${await readStateRevision(database)}, ${await readPointRevision(database)}`;
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
