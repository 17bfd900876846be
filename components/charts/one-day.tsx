import { measuredDays, shareOf, type TrendSeries } from "./trend-series.ts";

export interface OneDayProps {
  readonly series: readonly TrendSeries[];
  /** Of many on a page: its sentence says that there is one day, and nothing more is said here. */
  readonly isSmall: boolean;
}

/** OneDay stands where a trend would: its point is on the same scale, 0 to 100 %, as the line will be. */
export function OneDay({ series, isSmall }: OneDayProps) {
  return (
    <div className="grid min-h-32 flex-1 grid-cols-[auto_1fr] gap-x-3">
      <div
        aria-hidden
        className="flex flex-col justify-between text-right text-muted-foreground text-small leading-none"
      >
        <span>100 %</span>
        <span>50 %</span>
        <span>0 %</span>
      </div>
      <div className="relative my-1.5 border-y bg-[linear-gradient(var(--border),var(--border))] bg-[length:100%_1px] bg-center bg-no-repeat">
        {series.map((each) => {
          const point = each.points.findLast((candidate) => candidate.denominator > 0);
          const share = point ? shareOf(point) : null;
          return share === null ? null : (
            <span
              key={each.id}
              aria-hidden
              className="-translate-x-1/2 absolute left-4 size-2.5 translate-y-1/2 rounded-full border-2"
              style={{
                bottom: `${share * 100}%`,
                borderColor: each.color,
                background: each.isContext ? "var(--card)" : each.color,
              }}
            />
          );
        })}
        {isSmall ? null : (
          <p className="absolute top-1/2 right-0 left-10 -translate-y-1/2">
            <span className="inline-block rounded-md border bg-card px-2.5 py-1.5 text-muted-foreground text-small">
              {measuredDays(series).length === 0
                ? "The first scan sets the first point."
                : "One day so far. The line comes with the past from git, or with a scan on another day."}
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
