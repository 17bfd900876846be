import Link from "next/link";
import { DaysChart } from "#components/charts/days-chart.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatMedianDays, medianInputsWords } from "#lib/format/median-words.ts";
import { pointsHref, trendsHref } from "#lib/views/hrefs.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import type { FigureItem, TrendsView } from "#lib/views/trends.ts";

const linkLook = "text-primary text-small underline-offset-4 hover:underline";

export interface MedianCourseProps {
  readonly figure: FigureItem;
  readonly view: TrendsView;
  readonly range: TrendRange;
}

/** MedianCourse is a median over time, in days and never in percent; it leads to the teams beside each other, and to its ages. */
export function MedianCourse({ figure, view: { organization, chosen }, range }: MedianCourseProps) {
  const { id, label, definition, last, points, href } = figure;
  const asked = { metric: id, ...(chosen[0] === undefined ? {} : { team: chosen[0].slug }) };
  return (
    <SectionCard
      title={label}
      note={`${formatMedianDays(last.value)}, of ${medianInputsWords(last)}`}
      actions={
        <span className="flex flex-wrap justify-end gap-x-4 gap-y-1 print:hidden">
          {href === null ? null : (
            <Link href={href} className={linkLook}>
              See the ages<span className="sr-only"> behind {label}</span>
            </Link>
          )}
          <Link href={trendsHref(organization.slug, asked)} className={linkLook}>
            Compare teams<span className="sr-only"> by {label}</span>
          </Link>
        </span>
      }
    >
      <p className="mb-3 max-w-prose text-muted-foreground text-small">{definition}</p>
      <DaysChart
        name={label}
        everyDayHref={pointsHref(organization.slug, { ...asked, range })}
        series={[{ id, label, color: themeColors.freshness, points }]}
      />
    </SectionCard>
  );
}
