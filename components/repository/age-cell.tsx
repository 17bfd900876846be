import { cn } from "#components/ui/class-names.ts";
import { LineMark } from "#components/ui/line-mark.tsx";
import { warningLine } from "#components/ui/lines.ts";
import { formatAgeDays } from "#lib/format/format.ts";
import { type Observed, unknownReasonWords } from "#lib/model/observed.ts";

// Beyond a year one age looks like another; the words still tell.
const fullDays = 365;

// Words and bar side by side, so that a row with an age is no higher than one without; a phone has room for the words.
const lineClasses = "flex w-36 items-center gap-2 max-sm:w-auto print:w-auto";
const wordClasses = "flex w-22 items-center gap-1 whitespace-nowrap";
const barClasses = "block h-1.5 flex-1 rounded-full max-sm:hidden print:hidden";

// One element that stands in many rows is sent once.
const none = (
  <span className="text-muted-foreground" data-hint="It has none">
    –
  </span>
);
const beyondMark = <LineMark line={warningLine} label="Beyond the limit:" className="size-3" />;
// So that numbers stand below each other, with the mark and without.
const noMark = <span aria-hidden className="w-3 shrink-0" />;

export interface AgeCellProps {
  /** Null when there is nothing that could have an age. */
  readonly ageDays: Observed<number> | null;
  readonly isStale: boolean;
}

/** AgeCell is an age in words beside a bar; beyond the limit the bar is an outline with a mark, unknown is hatched. */
export function AgeCell({ ageDays, isStale }: AgeCellProps) {
  if (ageDays === null) {
    return none;
  }
  if (!ageDays.known) {
    return (
      <span className={lineClasses} data-hint={`Unknown: ${unknownReasonWords[ageDays.reason]}`}>
        <span className={cn(wordClasses, "text-muted-foreground")}>unknown</span>
        <span aria-hidden className={cn(barClasses, "hatched")} />
      </span>
    );
  }
  const width = Math.max(3, Math.min(100, (ageDays.value / fullDays) * 100));
  return (
    <span className={lineClasses}>
      <span className={cn(wordClasses, isStale && "font-medium text-fail")}>
        {isStale ? beyondMark : noMark}
        {formatAgeDays(ageDays.value)}
      </span>
      <span aria-hidden className={cn(barClasses, "bg-muted")}>
        <span
          className={cn("block h-full rounded-full", isStale && "border border-fail bg-fail-soft")}
          style={{ width: `${Math.round(width)}%`, ...(isStale ? {} : { background: "var(--theme-freshness)" }) }}
        />
      </span>
    </span>
  );
}
