import { TriangleAlert } from "lucide-react";
import { cn } from "#components/ui/class-names.ts";
import { formatAgeDays } from "#lib/format/format.ts";
import { type Observed, unknownReasonWords } from "#lib/model/observed.ts";

// Beyond a year one age looks like another; the words still tell.
const fullDays = 365;

export interface AgeCellProps {
  /** Null when there is nothing that could have an age. */
  readonly ageDays: Observed<number> | null;
  readonly isStale: boolean;
}

/** AgeCell is an age in words over a bar; beyond the limit the bar is an outline with a mark, unknown is hatched. */
export function AgeCell({ ageDays, isStale }: AgeCellProps) {
  if (ageDays === null) {
    return (
      <span className="text-muted-foreground" data-hint="It has none">
        –
      </span>
    );
  }
  if (!ageDays.known) {
    return (
      <span className="block w-28" data-hint={`Unknown: ${unknownReasonWords[ageDays.reason]}`}>
        <span className="text-muted-foreground">unknown</span>
        <span aria-hidden className="hatched mt-1 block h-1 rounded-full" />
      </span>
    );
  }
  const width = Math.max(3, Math.min(100, (ageDays.value / fullDays) * 100));
  return (
    <span className="block w-28">
      <span className={cn("flex items-center gap-1", isStale && "font-medium text-fail")}>
        {isStale ? <TriangleAlert className="size-3" aria-label="Beyond the limit:" /> : null}
        {formatAgeDays(ageDays.value)}
      </span>
      <span aria-hidden className="mt-1 block h-1 rounded-full bg-muted">
        <span
          className={cn("block h-full rounded-full", isStale && "border border-fail bg-fail-soft")}
          style={{ width: `${width}%`, ...(isStale ? {} : { background: "var(--theme-freshness)" }) }}
        />
      </span>
    </span>
  );
}
