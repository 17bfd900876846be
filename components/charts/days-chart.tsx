import { line } from "d3-shape";
import { formatNumber } from "#lib/format/format.ts";
import { ChartFigure } from "./chart-figure.tsx";
import {
  type DaysDatum,
  daysRuns,
  daysScale,
  daysSummary,
  daysTable,
  type KnownDays,
  knownDays,
} from "./days-series.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";

export interface DaysChartProps {
  /** What the chart is about, for people who do not see it. */
  readonly name: string;
  readonly points: readonly DaysDatum[];
  /** A CSS colour, from the tokens. */
  readonly color: string;
}

/** DaysChart draws an age in days over time, on a scale of its own: younger is lower. */
export function DaysChart({ name, points, color }: DaysChartProps) {
  const known = knownDays(points);
  const [first, last] = [known[0], known.at(-1)];
  return (
    <ChartFigure name={name} summary={daysSummary(name, points)} table={daysTable(points)}>
      {first === undefined || last === undefined || first === last ? null : (
        <>
          {known.some(({ origin }) => origin === "backfilled") ? (
            <p className="mb-2 inline-flex items-center gap-1.5 text-muted-foreground text-small">
              <span aria-hidden className="w-4 border-foreground border-t-2 opacity-40" />
              Lighter: rebuilt from git history
            </p>
          ) : null}
          <Drawing
            points={points}
            color={color}
            axis={timeAxis(first.day, last.day)}
            scale={daysScale(Math.max(...known.map(({ value }) => value)))}
          />
        </>
      )}
    </ChartFigure>
  );
}

interface DrawingProps extends Omit<DaysChartProps, "name"> {
  readonly axis: TimeAxis;
  readonly scale: readonly number[];
}

// The drawing is stretched to its place, so that it needs no script to fit; strokes do not stretch with it.
const side = 1000;

function Drawing({ points, color, axis, scale }: DrawingProps) {
  const top = scale.at(-1) ?? 1;
  const y = (days: number) => Math.round(side * (1 - days / top));
  const path = line<KnownDays>(
    ({ day }) => axis.percentOf(day) * (side / 100),
    ({ value }) => y(value),
  ).digits(1);
  return (
    <div aria-hidden className="flex min-h-48 flex-1 pt-2 pb-6">
      <div className="relative w-14 shrink-0 text-muted-foreground text-small leading-none">
        {scale.map((days) => (
          <span key={days} className="absolute right-2.5 translate-y-1/2" style={{ bottom: `${(days / top) * 100}%` }}>
            {formatNumber(days)}&nbsp;d
          </span>
        ))}
      </div>
      <div className="relative flex-1">
        <svg
          viewBox={`0 0 ${side} ${side}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="absolute inset-0 size-full overflow-visible"
          fill="none"
          strokeLinejoin="round"
          strokeLinecap="round"
        >
          {scale.map((days) => (
            <path key={days} d={`M0 ${y(days)}H${side}`} stroke="var(--border)" vectorEffect="non-scaling-stroke" />
          ))}
          {daysRuns(points).map((run) => (
            <path
              key={`${run[0]?.day} ${run[0]?.origin}`}
              d={path(run) ?? ""}
              stroke={color}
              strokeWidth={2}
              opacity={run[0]?.origin === "backfilled" ? 0.4 : 1}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <div className="absolute inset-x-0 top-full text-muted-foreground text-small">
          {axis.ticks.map(({ day, percent, label }) => (
            <span
              key={day}
              className={`absolute top-1.5 whitespace-nowrap ${percent > 96 ? "-translate-x-full" : percent < 4 ? "" : "-translate-x-1/2"}`}
              style={{ left: `${percent}%` }}
            >
              {label}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
