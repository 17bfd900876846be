import { organizationHref } from "#lib/views/hrefs.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import type { TrendsView } from "#lib/views/trends.ts";

export interface PointsLinksProps {
  readonly view: TrendsView;
  readonly range: TrendRange;
}

/** PointsLinks hand out the points of the chart, day by day, for other programs. */
export function PointsLinks({ view: { organization, metric, chosen }, range }: PointsLinksProps) {
  const query = new URLSearchParams([
    ["metric", metric?.id ?? ""],
    ...chosen.map(({ slug }) => ["team", slug]),
    ["range", range],
  ]);
  const href = (format: string) => `${organizationHref(organization.slug)}/trends/points?${query}&format=${format}`;
  return (
    <p className="mt-2 text-muted-foreground text-small print:hidden">
      The points of this chart:{" "}
      <a href={href("csv")} download className="underline underline-offset-4 hover:text-foreground">
        CSV
      </a>
      {", "}
      <a href={href("json")} download className="underline underline-offset-4 hover:text-foreground">
        JSON
      </a>
    </p>
  );
}
