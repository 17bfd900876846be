import type { TrendRange } from "#lib/views/trend-range.ts";
import type { TrendsView } from "#lib/views/trends.ts";
import { MedianCourses } from "./median-courses.tsx";
import { MetricCourses } from "./metric-courses.tsx";
import { ThemeCourses } from "./theme-courses.tsx";

export interface CoursesProps {
  readonly view: TrendsView;
  readonly range: TrendRange;
}

/** Courses is what was asked for: every theme side by side, or one metric with its teams, a share or a median in days. */
export function Courses({ view, range }: CoursesProps) {
  const { metric } = view;
  if (metric === null) return <ThemeCourses view={view} range={range} />;
  const OfMetric = metric.kind === "median" ? MedianCourses : MetricCourses;
  return <OfMetric view={view} metric={metric} range={range} />;
}
