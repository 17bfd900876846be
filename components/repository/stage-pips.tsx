import { type Stage, stages } from "#lib/model/stage.ts";
import { stageWords } from "#lib/views/stage-words.ts";
import { stageColors } from "./stage-colors.ts";

export interface StagePipsProps {
  readonly reached: readonly Stage[];
  /** Nothing is known of this repository: every pip is hatched. */
  readonly isUnknown?: boolean;
}

// Said once for the five: a table has them in every row.
const rowClasses = "inline-flex gap-0.5 *:h-3 *:w-4 *:border *:first:rounded-l-[3px] *:last:rounded-r-[3px]";

/** StagePips shows the five stages as five marks: filled when reached, open when not, hatched when unknown. */
export function StagePips({ reached, isUnknown = false }: StagePipsProps) {
  const names = reached.map((stage) => stageWords[stage].label);
  const words = isUnknown ? "Not read" : names.length === 0 ? "No stage yet" : names.join(", ");
  return (
    <span
      className={`${rowClasses} ${isUnknown ? "*:border-unknown" : "*:border-input"}`}
      role="img"
      aria-label={words}
      data-hint=""
    >
      {stages.map((stage) => {
        const isReached = reached.includes(stage);
        const color = stageColors[stage];
        return (
          <i
            key={stage}
            className={isUnknown ? "hatched" : undefined}
            style={isReached && !isUnknown ? { background: color, borderColor: color } : undefined}
          />
        );
      })}
    </span>
  );
}
