import { formatDay } from "#lib/format/format.ts";
import type { Day } from "#lib/model/instant.ts";
import type { TableTwin } from "./chart-figure.tsx";
import { thinCourse } from "./thin-course.ts";
import type { TrendDatum } from "./trend-series.ts";

interface Moment<Datum> {
  readonly day: Day;
  /** In the order of the series. */
  readonly points: readonly (Datum | undefined)[];
  readonly note: string;
}

/**
 * courseTable is the numbers of courses, the newest day first. A day that says the same as the one before it is left out;
 * of what is still too long, the last such day of each week, or of each month, and every day that is known in another way
 * than the one before it.
 *
 * @param cellOf what a series says of a day; undefined is a day that it does not have.
 * @param isSame whether two days of a series say the same.
 */
export function courseTable<Datum extends TrendDatum>(
  series: readonly { readonly label: string; readonly points: readonly Datum[] }[],
  cellOf: (point: Datum | undefined) => string,
  isSame: (one: Datum | undefined, other: Datum | undefined) => boolean,
): TableTwin {
  const moments = momentsOf(series.map(({ points }) => points));
  const changed = moments.filter(({ note, points }, index) => {
    const before = moments[index - 1];
    return note !== before?.note || !points.every((point, at) => isSame(point, before.points[at]));
  });
  const { rows, step } = thinCourse(changed);
  return {
    columns: ["Since", ...series.map(({ label }) => label), "How it is known"],
    rows: rows.toReversed().map(({ day, points, note }) => ({
      id: day,
      cells: [formatDay(day), ...points.map(cellOf), note],
    })),
    ...(step === null ? {} : { note: `The last change of each ${step}.` }),
  };
}

function momentsOf<Datum extends TrendDatum>(courses: readonly (readonly Datum[])[]): readonly Moment<Datum>[] {
  const ofCourses = courses.map((points) => new Map(points.map((point) => [point.day, point])));
  const days = [...new Set(ofCourses.flatMap((points) => [...points.keys()]))].sort();
  return days.map((day) => {
    const points = ofCourses.map((byDay) => byDay.get(day));
    return { day, points, note: noteOf(points) };
  });
}

function noteOf(points: readonly (TrendDatum | undefined)[]): string {
  const notes = [
    points.some((point) => point?.origin === "backfilled") ? "rebuilt" : "observed",
    points.some((point) => point?.isPartial) ? "partial scan" : null,
    points.some((point) => point?.isRuleChange) ? "rule changed" : null,
  ];
  return notes.filter((note) => note !== null).join(", ");
}
