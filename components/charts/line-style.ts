import type { TrendSeries } from "./trend-series.ts";

/** lineStyle is how a series' line is drawn: what one compares with thin and dashed, what the chart is about strong. */
export function lineStyle({
  dash,
  isContext = false,
  isLead = false,
}: Pick<TrendSeries, "dash" | "isContext" | "isLead">): {
  readonly width: number;
  readonly dashes: string | undefined;
} {
  return { width: isContext ? 1.5 : isLead ? 3 : 2, dashes: dash ?? (isContext ? "5 4" : undefined) };
}
