import { cn } from "#components/ui/class-names.ts";
import { formatNumber } from "#lib/format/format.ts";
import { ChartFigure } from "./chart-figure.tsx";

/** HistogramBar is one bar; `isBeyondLimit` is drawn as an outline behind the limit line. */
export interface HistogramBar {
  readonly label: string;
  readonly count: number;
  readonly isBeyondLimit: boolean;
}

export interface HistogramProps {
  readonly bars: readonly HistogramBar[];
  /** Words at the limit line: "limit 30 days". */
  readonly limitLabel: string;
  /** Could not be measured: a hatched bar apart from the others. */
  readonly unknown: number;
  readonly color: string;
  readonly summary: string;
  /** What is counted, as the table's head: "Inputs". */
  readonly noun: string;
  /** What the bars are sized by, as the table's head: "Age in days". */
  readonly sizeHeader: string;
}

/** Histogram counts things by size, with a limit between two bars, and what could not be measured apart. */
export function Histogram({ bars, limitLabel, unknown, color, summary, noun, sizeHeader }: HistogramProps) {
  const highest = Math.max(1, unknown, ...bars.map((bar) => bar.count));
  const firstBeyond = bars.findIndex((bar) => bar.isBeyondLimit);
  const rows = [...bars.map((bar) => [bar.label, bar.count] as const), ["Unknown", unknown] as const];
  return (
    <ChartFigure
      name={`${noun} by ${sizeHeader}`}
      summary={summary}
      table={{
        columns: [sizeHeader, noun],
        rows: rows.map(([label, count]) => ({ id: label, cells: [label, formatNumber(count)] })),
      }}
    >
      <div aria-hidden className="flex min-h-44 flex-1 gap-1.5 pt-6 text-small">
        {bars.map((bar, index) => (
          <div key={bar.label} className="relative flex min-w-0 flex-1 flex-col">
            {index === firstBeyond ? (
              <div className="-left-[4px] -top-6 absolute bottom-5 border-foreground border-l border-dashed">
                <span className="absolute top-0 left-1.5 whitespace-nowrap text-muted-foreground leading-none">
                  {limitLabel}
                </span>
              </div>
            ) : null}
            <Bar count={bar.count} highest={highest}>
              <div
                className={cn(
                  "h-full rounded-t-[3px]",
                  bar.isBeyondLimit && "border-2 border-fail border-b-0 bg-fail-soft",
                )}
                style={bar.isBeyondLimit ? undefined : { background: color }}
              />
            </Bar>
            <BarLabel>{bar.label}</BarLabel>
          </div>
        ))}
        <div className="ml-3 flex min-w-0 flex-[1.5] flex-col">
          <Bar count={unknown} highest={highest}>
            <div className="hatched h-full rounded-t-[3px] border border-unknown border-b-0" />
          </Bar>
          <BarLabel>unknown</BarLabel>
        </div>
      </div>
    </ChartFigure>
  );
}

interface BarProps {
  readonly count: number;
  readonly highest: number;
  readonly children: React.ReactNode;
}

function Bar({ count, highest, children }: BarProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-end border-input border-b text-center">
      <span className={cn("pb-0.5 leading-4", count === 0 ? "text-muted-foreground" : "font-medium")}>
        {formatNumber(count)}
      </span>
      {/* The number above the bar takes 18 px of the height. */}
      {count === 0 ? null : <div style={{ height: `calc((100% - 18px) * ${count / highest})` }}>{children}</div>}
    </div>
  );
}

function BarLabel({ children }: { readonly children: React.ReactNode }) {
  return (
    <span className="-mx-2 h-5 whitespace-nowrap pt-1 text-center text-muted-foreground leading-4">{children}</span>
  );
}
