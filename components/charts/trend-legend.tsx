import { LineSample } from "./trend-labels.tsx";
import type { TrendSeries } from "./trend-series.ts";
import { TrendSigns, type TrendSignsProps } from "./trend-signs.tsx";

export interface TrendLegendProps extends TrendSignsProps {
  readonly series: readonly TrendSeries[];
  /** Of many on a page, which has one explanation of signs for all. */
  readonly isSmall?: boolean;
}

/** TrendLegend names lines where a wide screen has their names at their ends, and what is lighter or marked everywhere. */
export function TrendLegend({ series, isUnknownShown, isSmall = false }: TrendLegendProps) {
  if (isSmall && series.length === 1) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-small empty:hidden">
      {(series.length > 1 ? series : []).map((each) => (
        <li key={each.id} className="inline-flex items-center gap-1.5 md:hidden">
          <LineSample series={each} />
          {each.label}
        </li>
      ))}
      {isSmall ? null : <TrendSigns series={series} isUnknownShown={isUnknownShown} />}
    </ul>
  );
}
