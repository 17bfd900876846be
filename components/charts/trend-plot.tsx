"use client";

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDay, formatNofN, formatPercent } from "#lib/format/format.ts";
import {
  lineKey,
  percentOf,
  ruleChangeDays,
  seamDay,
  type TrendRow,
  type TrendSeries,
  trendRows,
} from "./trend-series.ts";

const dayMs = 86_400_000;
const axisText = { fill: "var(--muted-foreground)", fontSize: 12 };

export interface TrendPlotProps {
  readonly series: readonly TrendSeries[];
  readonly goalPercent?: number;
}

/** TrendPlot is the drawing of a trend chart: percents over days, gaps left open, seam and rule changes marked. */
export function TrendPlot({ series, goalPercent }: TrendPlotProps) {
  const rows = trendRows(series);
  const seam = series.map((each) => seamDay(each.points)).find((day) => day !== null);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={[...rows]} margin={{ top: 8, right: 12, bottom: 0, left: -12 }}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="timeMs"
          type="number"
          scale="time"
          domain={["dataMin", "dataMax"]}
          tickFormatter={shortDay}
          tick={axisText}
          tickLine={false}
          axisLine={{ stroke: "var(--input)" }}
          minTickGap={48}
        />
        <YAxis
          domain={[0, 100]}
          ticks={[0, 25, 50, 75, 100]}
          tickFormatter={(value: number) => `${value} %`}
          tick={axisText}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--input)" }}
          content={({ active, label }) =>
            active && typeof label === "number" ? <TrendTooltip series={series} timeMs={label} /> : null
          }
        />
        {seam ? (
          <ReferenceLine
            x={Date.parse(seam)}
            stroke="var(--input)"
            strokeDasharray="2 3"
            label={{ value: "first scan", position: "insideTopLeft", ...axisText }}
          />
        ) : null}
        {ruleChangeDays(series).map((day) => (
          <ReferenceLine
            key={day}
            x={Date.parse(day)}
            stroke="var(--waived)"
            label={{ value: "rule changed", position: "insideBottomRight", ...axisText }}
          />
        ))}
        {goalPercent === undefined ? null : (
          <ReferenceLine
            y={goalPercent}
            stroke="var(--foreground)"
            strokeDasharray="6 4"
            label={{ value: `goal ${goalPercent} %`, position: "insideTopRight", ...axisText }}
          />
        )}
        {series.flatMap((each) =>
          (["backfilled", "observed"] as const).map((origin) => (
            <Line
              key={lineKey(each, origin)}
              name={each.label}
              dataKey={(row: TrendRow) => row.percents[lineKey(each, origin)] ?? null}
              stroke={each.color}
              strokeWidth={each.isContext ? 1.5 : 2.25}
              strokeOpacity={origin === "backfilled" ? 0.4 : 1}
              {...(each.isContext ? { strokeDasharray: "5 4" } : {})}
              type="linear"
              connectNulls={false}
              isAnimationActive={false}
              // A day between two gaps has no line: it needs its dot.
              dot={rows.length <= 31 && !each.isContext ? { r: 2.5, fill: each.color, strokeWidth: 0 } : false}
              activeDot={{ r: 4, stroke: "var(--card)", strokeWidth: 2 }}
            />
          )),
        )}
      </LineChart>
    </ResponsiveContainer>
  );
}

function shortDay(timeMs: number): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(timeMs);
}

function TrendTooltip({ series, timeMs }: { readonly series: readonly TrendSeries[]; readonly timeMs: number }) {
  const day = new Date(timeMs - (timeMs % dayMs)).toISOString().slice(0, 10);
  const lines = series.flatMap((each) => {
    const point = each.points.find((candidate) => candidate.day === day);
    const percent = point ? percentOf(point) : null;
    return point && percent !== null ? [{ each, point, percent }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <div className="rounded-md border bg-popover px-3 py-2 text-small shadow-md">
      <p className="font-medium">
        {formatDay(day)}
        {lines.some(({ point }) => point.origin === "backfilled") ? ", rebuilt from git history" : ""}
      </p>
      {lines.map(({ each, point, percent }) => (
        <p key={each.id} className="mt-1 flex items-center gap-2">
          <span aria-hidden className="size-2 rounded-full" style={{ background: each.color }} />
          <span className="text-muted-foreground">{each.label}</span>
          <span className="ml-auto pl-3">
            {formatPercent(percent / 100)} ({formatNofN(point)}){point.unknown > 0 ? `, ${point.unknown} unknown` : ""}
          </span>
        </p>
      ))}
    </div>
  );
}
