import { cn } from "#components/ui/class-names.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { OneDay } from "./one-day.tsx";
import { readoutLine } from "./readout-line.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";
import { TimeTicks } from "./time-ticks.tsx";
import { shareEnds, TrendLabels } from "./trend-labels.tsx";
import { TrendLegend } from "./trend-legend.tsx";
import { TrendPlot } from "./trend-plot.tsx";
import { TrendReadout } from "./trend-readout.tsx";
import { firstSeam, measuredDays, type TrendGoal, type TrendSeries } from "./trend-series.ts";
import { chartSummary } from "./trend-summary.ts";
import { trendTable } from "./trend-table.ts";

export interface TrendChartProps {
  /** What the chart is about, for people who do not see it. */
  readonly name: string;
  readonly series: readonly TrendSeries[];
  readonly goal?: TrendGoal | undefined;
  /** Where every day of these series is handed out as a file. */
  readonly everyDayHref?: string | undefined;
  /** Of many on a page: lower, and without a legend; the page has one for all. */
  readonly isSmall?: boolean;
}

/** TrendChart draws shares over days. With one day only it says so instead of drawing a line through one point. */
export function TrendChart({ name, series, goal, everyDayHref, isSmall = false }: TrendChartProps) {
  const days = measuredDays(series);
  const [from, to] = [days[0], days.at(-1)];
  const isDrawn = from !== undefined && to !== undefined && days.length > 1;
  return (
    <ChartFigure
      name={name}
      summary={chartSummary(series)}
      table={trendTable(series)}
      hasReadout
      everyRowHref={everyDayHref}
    >
      {isDrawn ? (
        <>
          <TrendLegend series={series} isSmall={isSmall} isUnknownShown={series.length === 1} />
          <Drawing name={name} series={series} goal={goal} isSmall={isSmall} axis={timeAxis(from, to)} />
        </>
      ) : (
        <OneDay series={series} isSmall={isSmall} />
      )}
    </ChartFigure>
  );
}

interface DrawingProps extends TrendChartProps {
  readonly axis: TimeAxis;
}

function Drawing({ name, series, goal, isSmall = false, axis }: DrawingProps) {
  return (
    <div className={cn("flex pt-2 pb-6", isSmall ? "h-40" : "min-h-64 flex-1")}>
      <ShareScale isSmall={isSmall} />
      <div className="relative flex-1">
        <TrendPlot axis={axis} series={series} goal={goal} />
        <TrendReadout
          label={`${name}, day by day`}
          from={axis.from}
          to={axis.to}
          seam={firstSeam(series)}
          lines={series.map((each) => readoutLine(each, axis, ({ numerator }) => numerator))}
          scale={{ kind: "share" }}
        />
        <TimeTicks axis={axis} />
      </div>
      {series.length > 1 ? <TrendLabels ends={shareEnds(series)} /> : null}
    </div>
  );
}

function ShareScale({ isSmall }: { readonly isSmall: boolean }) {
  const percents = isSmall ? [0, 50, 100] : [0, 25, 50, 75, 100];
  return (
    <div aria-hidden className="relative w-12 shrink-0 text-muted-foreground text-small leading-none">
      {percents.map((percent) => (
        <span key={percent} className="absolute right-2.5 translate-y-1/2" style={{ bottom: `${percent}%` }}>
          {percent}&nbsp;%
        </span>
      ))}
    </div>
  );
}
