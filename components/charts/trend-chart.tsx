"use client";

import dynamic from "next/dynamic";
import { cn } from "#components/ui/class-names.ts";
import { formatDay, formatNofN, formatPercent } from "#lib/format/format.ts";
import { ChartFigure, type TableTwin } from "./chart-figure.tsx";
import { observedDays, percentOf, type TrendSeries, trendSummary } from "./trend-series.ts";

const plotHeight = "min-h-64";
// Only a page that draws a line pays for the plotting library.
const TrendPlot = dynamic(() => import("./trend-plot.tsx").then((module) => module.TrendPlot), {
  ssr: false,
  loading: () => <div className={cn(plotHeight, "border-b")} />,
});

export interface TrendChartProps {
  readonly series: readonly TrendSeries[];
  /** A line to reach, in percent. */
  readonly goalPercent?: number;
}

/** TrendChart draws shares over days. With one day only it says so instead of drawing a line through one point. */
export function TrendChart({ series, goalPercent }: TrendChartProps) {
  const days = observedDays(series);
  const summary = series
    .filter((each) => !each.isContext || days > 1)
    .map(trendSummary)
    .join(" ");
  return (
    <ChartFigure summary={summary} table={trendTable(series)}>
      {days > 1 ? (
        <>
          <TrendLegend series={series} />
          <div className={cn(plotHeight, "flex-1")}>
            <TrendPlot series={series} {...(goalPercent === undefined ? {} : { goalPercent })} />
          </div>
        </>
      ) : (
        <OneDay series={series} />
      )}
    </ChartFigure>
  );
}

function TrendLegend({ series }: { readonly series: readonly TrendSeries[] }) {
  const hasBackfill = series.some((each) => each.points.some((point) => point.origin === "backfilled"));
  if (series.length === 1 && !hasBackfill) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-small">
      {series.map((each) => (
        <li key={each.id} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className={cn("w-4 border-t-2", each.isContext && "border-dashed")}
            style={{ borderColor: each.color }}
          />
          {each.label}
        </li>
      ))}
      {hasBackfill ? (
        <li className="inline-flex items-center gap-1.5">
          <span aria-hidden className="w-4 border-foreground border-t-2 opacity-40" />
          Lighter: rebuilt from git history
        </li>
      ) : null}
    </ul>
  );
}

// The height of the point still says something: it stands on the same scale, 0 to 100 %, as the line will.
function OneDay({ series }: { readonly series: readonly TrendSeries[] }) {
  return (
    <div className="grid min-h-32 flex-1 grid-cols-[auto_1fr] gap-x-3">
      <div
        aria-hidden
        className="flex flex-col justify-between text-right text-muted-foreground text-small leading-none"
      >
        <span>100 %</span>
        <span>50 %</span>
        <span>0 %</span>
      </div>
      <div className="relative my-1.5 border-y bg-[linear-gradient(var(--border),var(--border))] bg-[length:100%_1px] bg-center bg-no-repeat">
        {series.map((each) => {
          const point = each.points.findLast((candidate) => candidate.denominator > 0);
          const percent = point ? percentOf(point) : null;
          return percent === null ? null : (
            <span
              key={each.id}
              aria-hidden
              className="-translate-x-1/2 absolute left-4 size-2.5 translate-y-1/2 rounded-full border-2"
              style={{
                bottom: `${percent}%`,
                borderColor: each.color,
                background: each.isContext ? "var(--card)" : each.color,
              }}
            />
          );
        })}
        <p className="absolute top-1/2 right-0 left-10 -translate-y-1/2">
          <span className="inline-block rounded-md border bg-card px-2.5 py-1.5 text-muted-foreground text-small">
            {observedDays(series) === 0
              ? "The first scan sets the first point."
              : "One day so far. The line begins with a scan on another day."}
          </span>
        </p>
      </div>
    </div>
  );
}

function trendTable(series: readonly TrendSeries[]): TableTwin {
  const days = [...new Set(series.flatMap((each) => each.points.map((point) => point.day)))].sort().reverse();
  return {
    columns: ["Day", ...series.map((each) => each.label), "Origin"],
    rows: days.map((day) => {
      const points = series.map((each) => each.points.find((point) => point.day === day));
      const shares = points.map((point) => {
        const percent = point ? percentOf(point) : null;
        return point && percent !== null ? `${formatPercent(percent / 100)} (${formatNofN(point)})` : "–";
      });
      const isRebuilt = points.some((point) => point?.origin === "backfilled");
      return { id: day, cells: [formatDay(day), ...shares, isRebuilt ? "rebuilt" : "observed"] };
    }),
  };
}
