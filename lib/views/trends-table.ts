import type { ExportedTable } from "#lib/format/table-export.ts";
import type { TrendsView } from "./trends.ts";

/** trendsTable is the points of a view's courses, a line for each day, as an export holds them; of a median with its days. */
export function trendsTable({ organization, metric: asked, courses }: TrendsView): ExportedTable {
  const isMedian = asked?.kind === "median";
  return {
    columns: [
      "Day",
      "Metric",
      "Subject",
      ...(isMedian ? ["Median in days"] : []),
      "Numerator",
      "Denominator",
      "Unknown",
      "Origin",
      "Partial scan",
      "Rule changed",
    ],
    rows: courses.flatMap(({ metric, team, points }) =>
      points.map((point) => [
        point.day,
        metric.id,
        team?.name ?? organization.name,
        ...(isMedian ? [point.value] : []),
        point.numerator,
        point.denominator,
        point.unknown,
        point.origin,
        point.isPartial ? "yes" : "no",
        point.isRuleChange ? "yes" : "no",
      ]),
    ),
  };
}
