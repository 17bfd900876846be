import { cn } from "#components/ui/class-names.ts";
import { ageFraction, ageTicks, stripSlots } from "#lib/format/age-scale.ts";
import { formatAgeDays, formatNumber } from "#lib/format/format.ts";
import { ChartFigure } from "./chart-figure.tsx";

/** AgePlotMark is how many things of one form stand at one place on the scale of ages. */
export interface AgePlotMark {
  /** One of `stripSlots`. */
  readonly slot: number;
  readonly isBeyondLimit: boolean;
  /** Drawn as a cross, whatever its age. */
  readonly isCrossed: boolean;
  readonly count: number;
}

/** AgePlotLane is one line of marks. */
export interface AgePlotLane {
  readonly label: string;
  readonly marks: readonly AgePlotMark[];
}

export interface AgePlotProps {
  readonly lanes: readonly AgePlotLane[];
  readonly limitDays: number;
  /** What a mark stands for: "use", "uses". */
  readonly noun: readonly [one: string, many: string];
  /** What a cross means: "unsupported branch". */
  readonly crossLabel: string;
  readonly summary: string;
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

// A pile of more marks than this says no more than its height does.
const pileMax = 12;
const markPixels = 9;

/**
 * AgePlot shows every age as a mark on one scale, today at the left and two years at the right: within the limit a
 * disc, beyond it a ring, and a cross for what is bad whatever its age. Equal ages pile up.
 */
export function AgePlot({ lanes, limitDays, noun, crossLabel, summary, table }: AgePlotProps) {
  const piles = lanes.map(({ marks }) => [...Map.groupBy(marks, ({ slot }) => slot)]);
  const highest = Math.max(1, ...piles.flat().map(([, of]) => of.reduce((sum, { count }) => sum + count, 0)));
  const each = Math.ceil(highest / pileMax);
  return (
    <ChartFigure
      name={`Ages of ${noun[1]}`}
      summary={summary}
      table={{
        columns: table.columns,
        rows: table.rows.map((cells) => ({ id: cells[0] ?? "", cells })),
      }}
    >
      <div aria-hidden className="pt-5 text-small">
        <div className="relative mx-2">
          <div
            className="-top-5 absolute bottom-6 z-10 border-foreground border-l border-dashed"
            style={{ left: `${ageFraction(limitDays) * 100}%` }}
          >
            <span className="absolute top-0 left-1.5 whitespace-nowrap text-muted-foreground leading-none">
              limit {formatAgeDays(limitDays)}
            </span>
          </div>
          {lanes.map((lane, index) => (
            <Lane key={lane.label} lane={lane} piles={piles[index] ?? []} each={each} />
          ))}
          <div className="relative h-6">
            {ageTicks.map(({ ageDays, label }, index) => (
              <span
                key={label}
                className={cn(
                  "absolute top-1 whitespace-nowrap text-muted-foreground",
                  index > 0 && (index === ageTicks.length - 1 ? "-translate-x-full" : "-translate-x-1/2"),
                  (index === 1 || index === 3) && "max-sm:hidden",
                )}
                style={{ left: `${ageFraction(ageDays) * 100}%` }}
              >
                {label}
              </span>
            ))}
          </div>
        </div>
        <p className="flex flex-wrap gap-x-4 gap-y-1 pt-2 text-muted-foreground">
          <Key mark={{ isBeyondLimit: false, isCrossed: false }}>within the limit</Key>
          <Key mark={{ isBeyondLimit: true, isCrossed: false }}>beyond it</Key>
          {lanes.some(({ marks }) => marks.some(({ isCrossed }) => isCrossed)) ? (
            <Key mark={{ isBeyondLimit: true, isCrossed: true }}>{crossLabel}</Key>
          ) : null}
          <span>
            {each === 1 ? `Each mark is one ${noun[0]}.` : `Each mark is up to ${formatNumber(each)} ${noun[1]}.`}
          </span>
        </p>
      </div>
    </ChartFigure>
  );
}

interface LaneProps {
  readonly lane: AgePlotLane;
  readonly piles: readonly (readonly [slot: number, marks: readonly AgePlotMark[]])[];
  readonly each: number;
}

function Lane({ lane, piles, each }: LaneProps) {
  const heights = piles.map(([, marks]) => marks.reduce((sum, { count }) => sum + Math.ceil(count / each), 0));
  return (
    <div>
      {/* Above the limit's line, which would run through the words on a narrow screen. */}
      <p className="relative z-20 mt-1 w-fit bg-card pr-1 text-muted-foreground">{lane.label}</p>
      <div className="relative border-input border-b" style={{ height: Math.max(1, ...heights) * markPixels + 6 }}>
        {piles.map(([slot, marks]) => (
          <div
            key={slot}
            className="-translate-x-1/2 absolute bottom-0.5 flex flex-col-reverse gap-px"
            style={{ left: `${(slot / (stripSlots - 1)) * 100}%` }}
          >
            {marks.flatMap((mark) =>
              Array.from({ length: Math.ceil(mark.count / each) }, (_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: marks of one pile are alike and never change places
                <Mark key={`${mark.isCrossed} ${mark.isBeyondLimit} ${place}`} mark={mark} />
              )),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

interface MarkProps {
  readonly mark: Pick<AgePlotMark, "isBeyondLimit" | "isCrossed">;
}

function Mark({ mark: { isBeyondLimit, isCrossed } }: MarkProps) {
  if (isCrossed) {
    return (
      <svg viewBox="0 0 8 8" className="size-2 stroke-fail" strokeWidth={2.2} aria-hidden="true">
        <path d="M1 1L7 7M7 1L1 7" />
      </svg>
    );
  }
  return (
    <span
      className={cn(
        "block size-2 rounded-full",
        isBeyondLimit ? "border-[1.5px] border-fail bg-card" : "bg-theme-freshness",
      )}
    />
  );
}

function Key({ mark, children }: MarkProps & { readonly children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Mark mark={mark} />
      {children}
    </span>
  );
}
