import Link from "next/link";
import { TrendChart } from "#components/charts/trend-chart.tsx";
import { TrendSigns } from "#components/charts/trend-signs.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatShare } from "#lib/format/format.ts";
import { goalLabel } from "#lib/format/goal-words.ts";
import { pointsHref, trendsHref } from "#lib/views/hrefs.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import type { TrendsView } from "#lib/views/trends.ts";

export interface ThemeCoursesProps {
  readonly view: TrendsView;
  readonly range: TrendRange;
}

/** ThemeCourses is every theme side by side, on one scale; each leads to its metric. */
export function ThemeCourses({ view, range }: ThemeCoursesProps) {
  const { slug } = view.organization;
  const all = view.courses.map(({ metric, points }) => ({ id: metric.id, label: metric.label, color: "", points }));
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-small empty:hidden">
        <TrendSigns series={all} isUnknownShown />
      </ul>
      <div className="grid gap-5 md:grid-cols-2 2xl:grid-cols-3">
        {view.courses.map(({ metric, team, points, goal }) => {
          const last = points.findLast(({ denominator }) => denominator > 0);
          return (
            <SectionCard
              key={metric.id}
              title={metric.label}
              note={last === undefined ? undefined : formatShare(last)}
              actions={
                <Link
                  href={trendsHref(slug, { metric: metric.id, ...(team === null ? {} : { team: team.slug }) })}
                  className="text-primary text-small underline-offset-4 hover:underline print:hidden"
                >
                  Compare teams<span className="sr-only"> by {metric.label}</span>
                </Link>
              }
            >
              <TrendChart
                name={metric.label}
                isSmall
                everyDayHref={pointsHref(slug, {
                  metric: metric.id,
                  ...(team === null ? {} : { team: team.slug }),
                  range,
                })}
                goal={goal === null ? undefined : { share: goal.share, label: goalLabel(goal) }}
                series={[{ id: metric.id, label: metric.label, color: themeColors[metric.theme], points }]}
              />
            </SectionCard>
          );
        })}
      </div>
    </>
  );
}
