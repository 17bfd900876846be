import { cn } from "#components/ui/class-names.ts";
import { percentOf, type TrendDatum, type TrendSeries, trendRows } from "./trend-series.ts";

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
  const series: TrendSeries = {
    id: "s",
    label: "",
    color,
    points: points.filter((point) => percentOf(point) !== null),
  };
  const rows = trendRows([series]);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return <div aria-hidden className={cn("h-8 border-b border-dashed", className)} />;

  const span = last.timeMs - first.timeMs;
  const x = (timeMs: number) => inset + (span === 0 ? 0 : ((timeMs - first.timeMs) / span) * (width - 2 * inset));
  const percents = rows.flatMap((row) => Object.values(row.percents).flatMap((percent) => percent ?? []));
  const [low, high] = [Math.min(...percents), Math.max(...percents)];
  const range = Math.max(spanPointsMin, high - low);
  const floor = Math.max(0, Math.min((low + high - range) / 2, 100 - range));
  const y = (percent: number) => height - inset - ((percent - floor) / range) * (height - 2 * inset);
  let isJoined = false;
  let path = "";
  for (const row of rows) {
    const percent = row.percents["s observed"] ?? row.percents["s backfilled"] ?? null;
    if (percent === null) {
      isJoined = false;
      continue;
    }
    path += `${isJoined ? "L" : "M"}${x(row.timeMs).toFixed(1)} ${y(percent).toFixed(1)}`;
    isJoined = true;
  }
  const lastPercent = last.percents["s observed"] ?? last.percents["s backfilled"] ?? 0;
  const dot = `M${x(last.timeMs).toFixed(1)} ${y(lastPercent).toFixed(1)}h0`;
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
      <path d={path} stroke={color} strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
      {/* A line of no length with round ends is a dot that does not stretch with the drawing. */}
      <path d={dot} stroke={color} strokeWidth={5} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
