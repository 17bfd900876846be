import { line } from "d3-shape";
import { cn } from "#components/ui/class-names.ts";
import { dayNumber } from "#lib/model/instant.ts";
import { type DaysDatum, daysRuns, knownDays } from "./days-series.ts";
import { onceForPoints } from "./once-for-points.ts";
import { shareOf, type TrendDatum, trendRuns, withoutRepeats } from "./trend-series.ts";

const width = 120;
const height = 32;
// Of so many points, or days, a sparkline spans at least: less would make a mountain of a repository or two.
const spanMin = 30;
const inset = 3;

interface SparklineLook {
  readonly color?: string;
  readonly className?: string;
}

export interface SparklineProps extends SparklineLook {
  readonly points: readonly TrendDatum[];
}

/**
 * Sparkline is the recent past of one share without axes, gaps left open, at least 30 points high so that noise stays
 * small. It only repeats what stands beside it in words, so it is hidden from screen readers. One day alone is a dot.
 */
export function Sparkline({ points, ...look }: SparklineProps) {
  return <Drawing shape={shareShape(points)} {...look} />;
}

export interface DaysSparklineProps extends SparklineLook {
  readonly points: readonly DaysDatum[];
}

/** DaysSparkline is the recent past of one age in days, drawn as a Sparkline is, at least 30 days high: younger is lower. */
export function DaysSparkline({ points, ...look }: DaysSparklineProps) {
  return <Drawing shape={daysShape(points)} {...look} />;
}

function Drawing({
  shape,
  color = "var(--primary)",
  className,
}: SparklineLook & { readonly shape: SparklineShape | null }) {
  if (shape === null) return <div aria-hidden className={cn("h-8 border-b border-dashed", className)} />;

  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={cn("block h-8 w-full", className)}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <line
        x1={0}
        x2={width}
        y1={height - 1}
        y2={height - 1}
        stroke="var(--border)"
        vectorEffect="non-scaling-stroke"
      />
      <path d={shape.path} stroke={color} strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
      {/* A line of no length with round ends is a dot that does not stretch with the drawing. */}
      <path d={shape.dot} stroke={color} strokeWidth={5} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

interface SparklineShape {
  readonly path: string;
  /** Marks the last day. */
  readonly dot: string;
}

/** Null where nothing was measured. */
const shareShape = onceForPoints((points: readonly TrendDatum[]): SparklineShape | null => {
  const measured = points.filter((point) => point.denominator > 0);
  const percentOf = (point: TrendDatum) => (shareOf(point) ?? 0) * 100;
  const runs = trendRuns(measured).map((run) => withoutRepeats(run.points));
  return shapeOf(measured, runs, { amountOf: percentOf, most: 100 });
});

/** Null where no age is known. */
const daysShape = onceForPoints((points: readonly DaysDatum[]): SparklineShape | null =>
  shapeOf(knownDays(points), daysRuns(points), { amountOf: ({ value }) => value, most: Number.POSITIVE_INFINITY }),
);

interface SparklineScale<Datum> {
  readonly amountOf: (point: Datum) => number;
  /** The highest value that there can be; the lowest is 0. */
  readonly most: number;
}

function shapeOf<Datum extends TrendDatum>(
  measured: readonly Datum[],
  runs: readonly (readonly Datum[])[],
  { amountOf, most }: SparklineScale<Datum>,
): SparklineShape | null {
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last) return null;

  const values = measured.map(amountOf);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = Math.max(spanMin, high - low);
  const floor = Math.max(0, Math.min((low + high - range) / 2, most - range));
  const [begin, end] = [dayNumber(first.day), dayNumber(last.day)];
  const x = ({ day }: Datum) =>
    begin === end ? inset : inset + ((dayNumber(day) - begin) / (end - begin)) * (width - 2 * inset);
  const y = (point: Datum) => height - inset - ((amountOf(point) - floor) / range) * (height - 2 * inset);
  const path = runs.map((run) => line<Datum>(x, y).digits(1)(run)).join("");
  return { path, dot: `M${x(last).toFixed(1)} ${y(last).toFixed(1)}h0` };
}
