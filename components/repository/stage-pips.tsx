import { cn } from "#components/ui/class-names.ts";
import { type Stage, stages } from "#lib/model/stage.ts";
import { stageWords } from "#lib/views/stage-words.ts";
import { stageColors } from "./stage-colors.ts";

export interface StagePipsProps {
  readonly reached: readonly Stage[];
  /** Nothing is known of this repository: every pip is hatched. */
  readonly isUnknown?: boolean;
}

/** StagePips shows the five stages as five marks: filled when reached, open when not, hatched when unknown. */
export function StagePips({ reached, isUnknown = false }: StagePipsProps) {
  const names = reached.map((stage) => stageWords[stage].label);
  const words = isUnknown ? "Not read" : names.length === 0 ? "No stage yet" : names.join(", ");
  return (
    <span className="inline-flex gap-0.5" role="img" aria-label={words} data-hint={words}>
      {stages.map((stage) => {
        const isReached = reached.includes(stage);
        return (
          <span
            key={stage}
            className={cn(
              "h-3 w-4 first:rounded-l-[3px] last:rounded-r-[3px]",
              isUnknown ? "hatched border border-unknown" : isReached ? "" : "border border-input",
            )}
            style={isReached && !isUnknown ? { background: stageColors[stage] } : undefined}
          />
        );
      })}
    </span>
  );
}
