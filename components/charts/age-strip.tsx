import { cn } from "#components/ui/class-names.ts";
import { stripSlot, stripSlots } from "#lib/format/age-scale.ts";

/** StripMarks are places on the scale of ages, each with how many stand there. */
export type StripMarks = readonly (readonly [slot: number, count: number])[];

const slotPixels = 2;
const laneHeight = 11;
const width = stripSlots * slotPixels;

export interface AgeStripProps {
  /** What stands above the line. */
  readonly above: StripMarks;
  /** What stands below the line, lighter. */
  readonly below: StripMarks;
  readonly limitDays: number;
  readonly className?: string;
}

/**
 * AgeStrip is the spread of ages as small marks on one scale, today at the left and two years at the right, with the
 * limit as a dashed line. It only repeats what stands beside it in words, so it is hidden from screen readers.
 */
export function AgeStrip({ above, below, limitDays, className }: AgeStripProps) {
  const limit = (stripSlot(limitDays) + 1) * slotPixels;
  return (
    <svg
      viewBox={`0 0 ${width} ${laneHeight * 2 + 1}`}
      width={width}
      height={laneHeight * 2 + 1}
      aria-hidden="true"
      className={cn("block", className)}
    >
      <line x1={0} x2={width} y1={laneHeight + 0.5} y2={laneHeight + 0.5} stroke="var(--input)" />
      <path d={`M${limit} 0V${laneHeight * 2 + 1}`} stroke="var(--muted-foreground)" strokeDasharray="2 2" />
      <path d={marksPath(above, laneHeight, -1)} className="fill-foreground" />
      <path d={marksPath(below, laneHeight + 1, 1)} className="fill-unknown" />
    </svg>
  );
}

/** One path for all marks of a side: a table of hundreds of rows has thousands of them. */
function marksPath(marks: StripMarks, from: number, direction: 1 | -1): string {
  return marks
    .map(([slot, count]) => {
      // One is 4 high, and each doubling adds 2, so that one stays visible beside hundreds.
      const height = Math.min(laneHeight, Math.round(4 + Math.log2(count) * 2));
      return `M${slot * slotPixels} ${from}v${direction * height}h${slotPixels}V${from}z`;
    })
    .join("");
}
