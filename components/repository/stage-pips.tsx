import type { Stage } from "#lib/model/stage.ts";
import { stageWords } from "#lib/views/stage-words.ts";

export interface StagePipsProps {
  readonly reached: readonly Stage[];
  /** Nothing is known of this repository: every pip is hatched. */
  readonly isUnknown?: boolean;
}

const classes = "inline-block rounded-[3px] align-middle";

/** StagePips shows the five stages as five marks: filled when reached, open when not, hatched when unknown. */
export function StagePips({ reached, isUnknown = false }: StagePipsProps) {
  if (isUnknown) {
    return <span className={`${classes} hatched stage-pips-cut`} role="img" aria-label="Not read" data-hint="" />;
  }
  const names = reached.map((stage) => stageWords[stage].label);
  return (
    <span
      className={`${classes} stage-pips`}
      data-reached={reached.join(" ")}
      role="img"
      aria-label={names.join(", ") || "No stage yet"}
      data-hint=""
    />
  );
}
