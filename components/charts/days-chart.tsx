import { line } from "d3-shape";
import { formatNumber } from "#lib/format/format.ts";
import { formatMedianDays } from "#lib/format/median-words.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { DayMarks } from "./day-marks.tsx";
import { type DaysSeries, daysRuns, daysScale, type KnownDays, knownDays } from "./days-series.ts";
import { daysSummary, daysTable } from "./days-words.ts";
import { lineStyle } from "./line-style.ts";
import { readoutLine } from "./readout-line.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";
import { TimeTicks } from "./time-ticks.tsx";
import { type LineEnd, TrendLabels } from "./trend-labels.tsx";
import { TrendLegend } from "./trend-legend.tsx";
import { TrendReadout } from "./trend-readout.tsx";
import { firstSeam } from "./trend-series.ts";

export interface DaysChartProps {
  /** What the chart is about, for people who do not see it. */
  readonly name: string;
  readonly series: readonly DaysSeries[];
  /** Where every day of these series is handed out as a file. */
  readonly everyDayHref?: string | undefined;
}

/** DaysChart draws ages in days over time, on a scale of their own: younger is lower. Of a single day there is no picture. */
export function DaysChart({ name, series, everyDayHref }: DaysChartProps) {
  const known = series.flatMap(({ points }) => knownDays(points));
  const days = known.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  return (
    <ChartFigure
      name={name}
      summary={daysSummary(series)}
      table={daysTable(series)}
      hasReadout
      everyRowHref={everyDayHref}
    >
      {first === undefined || last === undefined || first === last ? null : (
        <>
          <TrendLegend series={series} isUnknownShown={false} />
          <Drawing
            name={name}
            series={series}
            axis={timeAxis(first, last)}
            scale={daysScale(Math.max(...known.map(({ value }) => value)))}
          />
        </>
      )}
    </ChartFigure>
  );
}

interface DrawingProps extends Pick<DaysChartProps, "name" | "series"> {
  readonly axis: TimeAxis;
  /** Its marks in days, from 0 up. */
  readonly scale: readonly number[];
}

function Drawing({ name, series, axis, scale }: DrawingProps) {
  const top = scale.at(-1) ?? 1;
  return (
    <div className="flex min-h-64 flex-1 pt-2 pb-6">
      <div aria-hidden className="relative w-14 shrink-0 text-muted-foreground text-small leading-none">
        {scale.map((days) => (
          <span key={days} className="absolute right-2.5 translate-y-1/2" style={{ bottom: `${(days / top) * 100}%` }}>
            {formatNumber(days)}&nbsp;d
          </span>
        ))}
      </div>
      <div className="relative flex-1">
        <Lines series={series} axis={axis} scale={scale} />
        <DayMarks axis={axis} series={series} />
        <TrendReadout
          label={`${name}, day by day`}
          from={axis.from}
          to={axis.to}
          seam={firstSeam(series)}
          lines={series.map((each) => readoutLine(each, axis, ({ value }) => value ?? 0))}
          scale={{ kind: "days", daysMax: top }}
        />
        <TimeTicks axis={axis} />
      </div>
      {series.length > 1 ? <TrendLabels ends={daysEnds(series, top)} /> : null}
    </div>
  );
}

// The drawing is stretched to its place, so that it needs no script to fit; strokes do not stretch with it.
const side = 1000;

function Lines({ series, axis, scale }: Omit<DrawingProps, "name">) {
  const top = scale.at(-1) ?? 1;
  const y = (days: number) => Math.round(side * (1 - days / top));
  const path = line<KnownDays>(
    ({ day }) => axis.percentOf(day) * (side / 100),
    ({ value }) => y(value),
  ).digits(1);
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full overflow-visible"
      fill="none"
      strokeLinejoin="round"
    >
      {scale.map((days) => (
        <path key={days} d={`M0 ${y(days)}H${side}`} stroke="var(--border)" vectorEffect="non-scaling-stroke" />
      ))}
      {series.flatMap((each) => {
        const { width, dashes } = lineStyle(each);
        return daysRuns(each.points).map((run) => (
          <path
            key={`${each.id} ${run[0]?.day} ${run[0]?.origin}`}
            d={path(run) ?? ""}
            stroke={each.color}
            strokeWidth={run.length > 1 ? width : 6}
            strokeOpacity={run[0]?.origin === "backfilled" ? 0.65 : 1}
            strokeLinecap={run.length > 1 && dashes !== undefined ? "butt" : "round"}
            strokeDasharray={run.length > 1 ? dashes : undefined}
            vectorEffect="non-scaling-stroke"
          />
        ));
      })}
    </svg>
  );
}

function daysEnds(series: readonly DaysSeries[], top: number): readonly LineEnd[] {
  return series.flatMap((each) => {
    const last = knownDays(each.points).at(-1);
    return last === undefined ? [] : [{ series: each, height: last.value / top, words: formatMedianDays(last.value) }];
  });
}
