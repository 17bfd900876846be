import { RangeLinks } from "#components/charts/range-links.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { TrendChart } from "#components/charts/trend-chart.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatPoints, formatShare } from "#lib/format/format.ts";
import { goalLabel } from "#lib/format/goal-words.ts";
import { shareFraction } from "#lib/model/share.ts";
import type { MetricItem } from "#lib/views/asked-metric.ts";
import { changesHref } from "#lib/views/hrefs.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import type { Course, TrendsView } from "#lib/views/trends.ts";
import { courseSeries } from "./course-series.ts";
import { FirstAdoptions } from "./first-adoptions.tsx";
import { PointsLinks } from "./points-links.tsx";
import { type TeamCourse, TeamCourses } from "./team-courses.tsx";

export interface MetricCoursesProps {
  readonly view: TrendsView;
  readonly metric: MetricItem;
  readonly range: TrendRange;
}

/** MetricCourses is one share: the organization's course with the chosen teams beside it, then every team in a line. */
export function MetricCourses({ view, metric, range }: MetricCoursesProps) {
  const { chosen, courses, organization } = view;
  const color = themeColors[metric.theme];
  // Beside several teams the goal is the organization's; of one it is the team's own, where it has one.
  const goal = (chosen.length === 1 ? courses.at(-1)?.goal : null) ?? courses[0]?.goal ?? null;
  return (
    <>
      <SectionCard title={metric.label} note={metric.definition} actions={<RangeLinks range={range} />}>
        <TrendChart
          name={metric.label}
          goal={goal === null ? undefined : { share: goal.share, label: goalLabel(goal) }}
          series={courseSeries(view, color)}
        />
        <PointsLinks view={view} range={range} />
      </SectionCard>
      <FirstAdoptions adoptions={view.adoptions} />
      <TeamCourses
        rows={view.ofTeams.flatMap((course) => teamCourse(course, organization.slug, color))}
        slug={organization.slug}
        metricId={metric.id}
      />
    </>
  );
}

function teamCourse({ metric, team, points }: Course, slug: string, color: string): readonly TeamCourse[] {
  const measured = points.filter(({ denominator }) => denominator > 0);
  const [first, last] = [measured[0], measured.at(-1)];
  if (team === null || first === undefined || last === undefined) return [];
  const change = (shareFraction(last) ?? 0) - (shareFraction(first) ?? 0);
  return [
    {
      team,
      now: formatShare(last),
      change: formatPoints(change * 100),
      changesHref: changesHref(slug, { metric: metric.id, team: team.slug, from: first.day, to: last.day }),
      picture: <Sparkline points={points} color={color} />,
    },
  ];
}
