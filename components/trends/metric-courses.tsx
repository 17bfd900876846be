import { RangeLinks } from "#components/charts/range-links.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { TrendChart } from "#components/charts/trend-chart.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { LinkArea } from "#components/ui/link-area.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { TableFiles } from "#components/ui/table-files.tsx";
import { formatPoints, formatShare } from "#lib/format/format.ts";
import { goalLabel } from "#lib/format/goal-words.ts";
import { shareFraction } from "#lib/model/share.ts";
import { changesHref, whyHref } from "#lib/views/hrefs.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import type { Course, TrendsView } from "#lib/views/trends.ts";
import { FirstAdoptions } from "./first-adoptions.tsx";
import { lineColor, lineDash } from "./line-colors.ts";
import { PointsLinks } from "./points-links.tsx";

export interface MetricCoursesProps {
  readonly view: TrendsView;
  readonly range: TrendRange;
}

/** MetricCourses is one metric: the organization's course with the chosen teams beside it, then every team in a line. */
export function MetricCourses({ view, range }: MetricCoursesProps) {
  const { metric, chosen, courses, ofTeams, organization } = view;
  if (metric === null) return null;
  const isCompared = chosen.length > 0;
  // Beside several teams the goal is the organization's; of one it is the team's own, where it has one.
  const goal = (chosen.length === 1 ? courses.at(-1)?.goal : null) ?? courses[0]?.goal ?? null;
  return (
    <>
      <SectionCard title={metric.label} note={metric.definition} actions={<RangeLinks range={range} />}>
        <TrendChart
          name={metric.label}
          goal={goal === null ? undefined : { share: goal.share, label: goalLabel(goal) }}
          series={courses.map(({ team, points }, index) => ({
            id: team?.slug ?? "organization",
            label: team?.name ?? organization.name,
            color:
              team === null
                ? isCompared
                  ? "var(--muted-foreground)"
                  : themeColors[metric.theme]
                : lineColor(index - 1),
            ...(team === null ? {} : lineDash(index - 1)),
            isContext: team === null && isCompared,
            points,
          }))}
        />
        <PointsLinks view={view} range={range} />
      </SectionCard>
      <FirstAdoptions adoptions={view.adoptions} />
      {ofTeams.length === 0 ? null : (
        <SectionCard
          title="Team by team"
          note="A repository of two teams counts for each; a team covers the teams below it."
          isFlush
        >
          <TeamCourses
            courses={ofTeams}
            slug={organization.slug}
            metricId={metric.id}
            color={themeColors[metric.theme]}
          />
        </SectionCard>
      )}
    </>
  );
}

interface TeamCoursesProps {
  readonly courses: readonly Course[];
  readonly slug: string;
  readonly metricId: string;
  readonly color: string;
}

function TeamCourses({ courses, slug, metricId, color }: TeamCoursesProps) {
  return (
    <TableFiles name="Team by team" className="px-5 pb-4">
      <ScrollRegion label="Team by team, scrolls sideways" className="overflow-x-auto">
        <LinkArea>
          <table className="w-full text-left">
            <thead className="text-muted-foreground text-small">
              <tr className="border-t">
                <th scope="col" className="px-5 py-2 font-medium">
                  Team
                </th>
                <th scope="col" className="px-3 py-2 font-medium">
                  Now
                </th>
                <th scope="col" className="px-3 py-2 font-medium">
                  Over the range
                </th>
                <th scope="col" className="w-1/3 min-w-40 px-5 py-2 font-medium">
                  Course
                </th>
              </tr>
            </thead>
            <tbody>
              {courses.map(({ team, points }) => {
                const measured = points.filter(({ denominator }) => denominator > 0);
                const [first, last] = [measured[0], measured.at(-1)];
                if (team === null || first === undefined || last === undefined) return null;
                const change = (shareFraction(last) ?? 0) - (shareFraction(first) ?? 0);
                return (
                  <tr key={team.slug} className="border-t">
                    <th scope="row" className="px-5 py-2 font-medium">
                      <a href={team.href} className="underline-offset-4 hover:underline">
                        {team.name}
                      </a>
                    </th>
                    <td className="whitespace-nowrap px-3 py-2">
                      <a
                        href={whyHref(slug, metricId, { team: team.slug })}
                        className="underline-offset-4 hover:underline"
                      >
                        {formatShare(last)}
                      </a>
                    </td>
                    <td className="whitespace-nowrap px-3 py-2 text-muted-foreground">
                      <a
                        href={changesHref(slug, { metric: metricId, team: team.slug, from: first.day, to: last.day })}
                        className="underline-offset-4 hover:underline"
                      >
                        {formatPoints(change * 100)}
                      </a>
                    </td>
                    <td className="px-5 py-2">
                      <Sparkline points={points} color={color} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </LinkArea>
      </ScrollRegion>
    </TableFiles>
  );
}
