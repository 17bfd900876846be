import { type Day, dayNumber } from "#lib/model/instant.ts";

// More rows than a person reads; the table of a course of many months would be the larger part of its page.
const rowsMax = 31;
// Below half a year a week is a step that shows, above it a month.
const weeklyDaysMax = 185;

/** CourseRow is a day of a course as a table has it. */
interface CourseRow {
  readonly day: Day;
  /** How the day is known. */
  readonly note: string;
}

/**
 * thinCourse is the rows of a course that its table shows, in the order of the days. Of what is too long, the last row of
 * each week, or of each month, and every row that is known in another way than the one before it.
 *
 * @returns with which step they are left, null where all are.
 */
export function thinCourse<Row extends CourseRow>(
  rows: readonly Row[],
): { readonly rows: readonly Row[]; readonly step: "week" | "month" | null } {
  if (rows.length <= rowsMax) return { rows, step: null };
  const isWeekly = dayNumber(rows.at(-1)?.day ?? "") - dayNumber(rows[0]?.day ?? "") <= weeklyDaysMax;
  const periodOf = isWeekly ? weekOf : monthOf;
  const shown = rows.filter(({ day, note }, index) => {
    const [before, after] = [rows[index - 1], rows[index + 1]];
    return after === undefined || periodOf(after.day) !== periodOf(day) || note !== before?.note;
  });
  return { rows: shown, step: isWeekly ? "week" : "month" };
}

/** Weeks begin on Monday; the first of January 1970 was a Thursday. */
function weekOf(day: Day): number {
  return Math.floor((dayNumber(day) + 3) / 7);
}

function monthOf(day: Day): string {
  return day.slice(0, 7);
}
