import { cn } from "#components/ui/class-names.ts";
import { dayNumber } from "#lib/model/instant.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { OneDay } from "./one-day.tsx";
import { packCounts, type ReadoutCount } from "./readout-counts.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";
import { LineSample, TrendLabels } from "./trend-labels.tsx";
import { TrendPlot } from "./trend-plot.tsx";
import { type ReadoutLine, TrendReadout } from "./trend-readout.tsx";
import { measuredDays, seamDay, type TrendGoal, type TrendSeries } from "./trend-series.ts";
import { TrendSigns } from "./trend-signs.tsx";
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
          <TrendLegend series={series} isSmall={isSmall} />
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
  const seam = series.map(({ points }) => seamDay(points)).find((day) => day !== null) ?? null;
  return (
    <div className={cn("flex flex-1 pt-2 pb-6", isSmall ? "min-h-40" : "min-h-64")}>
      <ShareScale isSmall={isSmall} />
      <div className="relative flex-1">
        <TrendPlot axis={axis} series={series} goal={goal} />
        <TrendReadout
          label={`${name}, day by day`}
          from={axis.from}
          to={axis.to}
          seam={seam}
          lines={series.map((each) => readoutLine(each, axis))}
        />
        <div aria-hidden className="absolute inset-x-0 top-full text-muted-foreground text-small">
          {axis.ticks.map(({ day, percent, label }) => (
            <span
              key={day}
              className={cn(
                "absolute top-1.5 whitespace-nowrap",
                percent > 96 ? "-translate-x-full" : percent < 4 ? "" : "-translate-x-1/2",
              )}
              style={{ left: `${percent}%` }}
            >
              {label}
            </span>
          ))}
        </div>
      </div>
      {series.length > 1 ? <TrendLabels series={series} /> : null}
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

function readoutLine({ id, label, color, points }: TrendSeries, { from, to }: TimeAxis): ReadoutLine {
  const counts: (ReadoutCount | null)[] = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, () => null);
  for (const { day, numerator, denominator, unknown } of points) {
    const offset = dayNumber(day) - dayNumber(from);
    if (offset in counts) counts[offset] = [numerator, denominator, unknown];
  }
  return { id, label, color, counts: packCounts(counts) };
}

/** On a wide screen the lines are named at their ends; what is lighter or marked is named everywhere. */
function TrendLegend({ series, isSmall }: Pick<TrendChartProps, "series"> & { readonly isSmall: boolean }) {
  if (isSmall && series.length === 1) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-small empty:hidden">
      {(series.length > 1 ? series : []).map((each) => (
        <li key={each.id} className="inline-flex items-center gap-1.5 md:hidden">
          <LineSample series={each} />
          {each.label}
        </li>
      ))}
      {isSmall ? null : <TrendSigns series={series} isUnknownShown={series.length === 1} />}
    </ul>
  );
}
