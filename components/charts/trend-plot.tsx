import { area, line } from "d3-shape";
import { DayMarks } from "./day-marks.tsx";
import { lineStyle } from "./line-style.ts";
import type { TimeAxis } from "./time-axis.ts";
import {
  shareOf,
  type TrendDatum,
  type TrendGoal,
  type TrendRun,
  type TrendSeries,
  trendRuns,
  withoutRepeats,
} from "./trend-series.ts";

export interface TrendPlotProps {
  readonly axis: TimeAxis;
  readonly series: readonly TrendSeries[];
  readonly goal?: TrendGoal | undefined;
}

// The drawing is stretched to its place, so that it needs no script to fit; strokes and dots do not stretch with it.
const side = 1000;
const gridShares = [0, 0.25, 0.5, 0.75, 1];

/** TrendPlot is the drawing of a trend: shares over days, with the seam, changed rules, partial scans and the goal marked. */
export function TrendPlot({ axis, series, goal }: TrendPlotProps) {
  return (
    <>
      <svg
        viewBox={`0 0 ${side} ${side}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute inset-0 size-full overflow-visible"
        fill="none"
        strokeLinejoin="round"
      >
        {gridShares.map((share) => (
          <path key={share} d={`M0 ${y(share)}H${side}`} stroke="var(--border)" vectorEffect="non-scaling-stroke" />
        ))}
        {series.flatMap((each) =>
          trendRuns(each.points).map((run) => (
            <RunShape
              key={`${each.id} ${run.points[0]?.day} ${run.origin}`}
              run={run}
              series={each}
              axis={axis}
              isAlone={series.length === 1}
            />
          )),
        )}
      </svg>
      <DayMarks axis={axis} series={series} />
      {goal ? <GoalLine goal={goal} /> : null}
    </>
  );
}

function y(share: number): number {
  return Math.round(side * (1 - share));
}

interface RunShapeProps {
  readonly run: TrendRun;
  readonly series: TrendSeries;
  readonly axis: TimeAxis;
  /** It is the only series, so that what is unknown of it can be shown above its line. */
  readonly isAlone: boolean;
}

/** A run of one day has no length: round ends make a dot of it. */
function RunShape({ run, series, axis, isAlone }: RunShapeProps) {
  const { color, isArea = false } = series;
  const { width, dashes } = lineStyle(series);
  const isLine = run.points.length > 1;
  const x = ({ day }: TrendDatum) => axis.percentOf(day) * (side / 100);
  const height = (point: TrendDatum) => y(shareOf(point) ?? 0);
  const points = withoutRepeats(run.points);
  const isRebuilt = run.origin === "backfilled";
  const reach = ({ numerator, denominator, unknown: undecided }: TrendDatum) =>
    y((numerator + undecided) / denominator);
  // Beside other lines the unknown of each would hide them; there the read-out and the table tell it.
  const isUnknownShown = isAlone && run.points.some((point) => point.unknown > 0);
  const unknown = isUnknownShown ? area<TrendDatum>(x, height, reach).digits(1)([...run.points]) : null;
  const fill = area<TrendDatum>(x, side, height).digits(1)(points);
  return (
    <>
      {unknown ? <path d={unknown} fill="var(--unknown)" fillOpacity={0.18} /> : null}
      {isArea && fill ? <path d={fill} fill={color} fillOpacity={isRebuilt ? 0.35 : 0.75} /> : null}
      <path
        d={line<TrendDatum>(x, height).digits(1)(points) ?? ""}
        stroke={color}
        strokeWidth={isLine ? width : 6}
        strokeOpacity={isRebuilt ? 0.65 : 1}
        strokeLinecap={isLine && dashes !== undefined ? "butt" : "round"}
        strokeDasharray={isLine ? dashes : undefined}
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
}

function GoalLine({ goal: { share, label } }: { readonly goal: TrendGoal }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 border-foreground border-t-2 border-dotted text-small leading-none"
      style={{ top: `${(1 - share) * 100}%` }}
    >
      <span className={`absolute left-1 rounded-md bg-card/80 px-1 py-0.5 ${share > 0.9 ? "top-1" : "bottom-1"}`}>
        {label}
      </span>
    </div>
  );
}
