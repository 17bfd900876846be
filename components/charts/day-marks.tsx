import { formatDay } from "#lib/format/format.ts";
import type { TimeAxis } from "./time-axis.ts";
import { firstSeam, markedDays, type TrendSeries } from "./trend-series.ts";

export interface DayMarksProps {
  readonly axis: TimeAxis;
  readonly series: readonly TrendSeries[];
}

/** DayMarks marks days on a chart: where rebuilt history ends, where a rule changed, which scans were partial. */
export function DayMarks({ axis, series }: DayMarksProps) {
  const seam = firstSeam(series);
  const partial = markedDays(series, ({ isPartial }) => isPartial);
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 text-muted-foreground text-small leading-none">
      {seam ? (
        <DayMark percent={axis.percentOf(seam)} className="top-1" line="border-input" label="first scan" />
      ) : null}
      {markedDays(series, ({ isRuleChange }) => isRuleChange).map((day) => (
        <DayMark
          key={day}
          percent={axis.percentOf(day)}
          className="bottom-1"
          line="border-waived"
          label="rule changed"
        />
      ))}
      {partial.map((day) => (
        <span
          key={day}
          data-hint={`Partial scan on ${formatDay(day)}`}
          className="-translate-x-1/2 absolute bottom-0 size-2 translate-y-1/2 rotate-45 border border-foreground bg-card"
          style={{ left: `${axis.percentOf(day)}%` }}
        />
      ))}
    </div>
  );
}

interface DayMarkProps {
  readonly percent: number;
  readonly line: string;
  readonly className: string;
  readonly label: string;
}

/** The label stands on the side of its line where there is more room. */
function DayMark({ percent, line: color, className, label }: DayMarkProps) {
  const side = percent > 50 ? "right-1.5" : "left-1.5";
  return (
    <div className={`absolute inset-y-0 border-l border-dashed ${color}`} style={{ left: `${percent}%` }}>
      <span className={`absolute whitespace-nowrap rounded-md bg-card/80 px-1 py-0.5 ${side} ${className}`}>
        {label}
      </span>
    </div>
  );
}
