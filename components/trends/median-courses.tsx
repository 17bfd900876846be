import { DaysChart } from "#components/charts/days-chart.tsx";
import { RangeLinks } from "#components/charts/range-links.tsx";
import { DaysSparkline } from "#components/charts/sparkline.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatDaysChange, formatMedianDays, medianInputsWords } from "#lib/format/median-words.ts";
import type { Course } from "#lib/views/trends.ts";
import { courseSeries } from "./course-series.ts";
import type { MetricCoursesProps } from "./metric-courses.tsx";
import { PointsLinks } from "./points-links.tsx";
import { type TeamCourse, TeamCourses } from "./team-courses.tsx";

/** MedianCourses is one median in days: the organization's course with the chosen teams beside it, then every team in a line. */
export function MedianCourses({ view, metric, range }: MetricCoursesProps) {
  const { slug } = view.organization;
  const color = themeColors[metric.theme];
  return (
    <>
      <SectionCard title={metric.label} note={metric.definition} actions={<RangeLinks range={range} />}>
        <DaysChart name={metric.label} series={courseSeries(view, color)} />
        <PointsLinks view={view} range={range} />
      </SectionCard>
      <TeamCourses
        rows={view.ofTeams.flatMap((course) => teamCourse(course, color))}
        slug={slug}
        metricId={metric.id}
      />
    </>
  );
}

function teamCourse({ team, points }: Course, color: string): readonly TeamCourse[] {
  const now = points.findLast(({ denominator }) => denominator > 0);
  if (team === null || now === undefined) return [];
  const first = points.find(({ value }) => value !== null)?.value ?? null;
  const last = points.findLast(({ value }) => value !== null)?.value ?? null;
  return [
    {
      team,
      now: `${formatMedianDays(now.value)}, of ${medianInputsWords(now)}`,
      change: first === null || last === null ? "not known" : formatDaysChange(last - first),
      changesHref: null,
      picture: <DaysSparkline points={points} color={color} />,
    },
  ];
}
