import { line } from "d3-shape";
import { cn } from "#components/ui/class-names.ts";
import { dayNumber } from "#lib/model/instant.ts";
import { onceForPoints } from "./once-for-points.ts";
import { shareOf, type TrendDatum, trendRuns, withoutRepeats } from "./trend-series.ts";

const width = 120;
const height = 32;
// Of so many points a sparkline spans at least: less would make a mountain of a repository or two.
const spanPointsMin = 30;
const inset = 3;

export interface SparklineProps {
  readonly points: readonly TrendDatum[];
  readonly color?: string;
  readonly className?: string;
}

/**
 * Sparkline is the recent past of one share without axes, gaps left open, at least 30 points high so that noise stays
 * small. It only repeats what stands beside it in words, so it is hidden from screen readers. One day alone is a dot.
 */
export function Sparkline({ points, color = "var(--primary)", className }: SparklineProps) {
  const shape = shapeOf(points);
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
const shapeOf = onceForPoints((points: readonly TrendDatum[]): SparklineShape | null => {
  const measured = points.filter((point) => point.denominator > 0);
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last) return null;

  const shares = measured.map((point) => (shareOf(point) ?? 0) * 100);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const range = Math.max(spanPointsMin, high - low);
  const floor = Math.max(0, Math.min((low + high - range) / 2, 100 - range));
  const [begin, end] = [dayNumber(first.day), dayNumber(last.day)];
  const x = ({ day }: TrendDatum) =>
    begin === end ? inset : inset + ((dayNumber(day) - begin) / (end - begin)) * (width - 2 * inset);
  const y = (point: TrendDatum) =>
    height - inset - (((shareOf(point) ?? 0) * 100 - floor) / range) * (height - 2 * inset);
  const path = trendRuns(measured)
    .map((run) => line<TrendDatum>(x, y).digits(1)(withoutRepeats(run.points)))
    .join("");
  const dot = `M${x(last).toFixed(1)} ${y(last).toFixed(1)}h0`;
  return { path, dot };
});
