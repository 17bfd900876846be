import type { DaysSeries } from "#components/charts/days-series.ts";
import type { TrendsView } from "#lib/views/trends.ts";
import { lineColor, lineDash } from "./line-colors.ts";

/**
 * courseSeries is the courses of a view as one chart draws them: the organization alone in a colour of its own, beside
 * teams thin and grey, each team in its own colour and dashes.
 */
export function courseSeries({ courses, chosen, organization }: TrendsView, color: string): readonly DaysSeries[] {
  const isCompared = chosen.length > 0;
  return courses.map(({ team, points }, index) => {
    if (team !== null) {
      return { id: team.slug, label: team.name, color: lineColor(index - 1), ...lineDash(index - 1), points };
    }
    return {
      id: "organization",
      label: organization.name,
      color: isCompared ? "var(--muted-foreground)" : color,
      isContext: isCompared,
      points,
    };
  });
}
