import { Check, Ellipsis, Minus, X } from "lucide-react";
import type { Attempt } from "#lib/commands/try-connection.ts";

export interface AttemptLineProps {
  readonly name: string;
  readonly attempt: Attempt<string> | "asking";
}

/** AttemptLine is one thing that has to be well: what was found, or how to mend it. */
export function AttemptLine({ name, attempt }: AttemptLineProps) {
  const { icon: Icon, tone, words, state } = looksOf(attempt);
  return (
    <li className="grid grid-cols-[1rem_7rem_minmax(0,1fr)] items-start gap-x-3 max-sm:grid-cols-[1rem_minmax(0,1fr)]">
      <Icon className={`mt-0.5 size-4 ${tone}`} role="img" aria-label={state} />
      <span className="font-medium">{name}</span>
      <span className="break-words max-sm:col-start-2">{words}</span>
    </li>
  );
}

function looksOf(attempt: AttemptLineProps["attempt"]) {
  if (attempt === "asking") {
    return { icon: Ellipsis, tone: "text-muted-foreground", words: "being asked…", state: "Being asked" };
  }
  if (attempt.status === "done") return { icon: Check, tone: "text-pass", words: attempt.value, state: "Well" };
  if (attempt.status === "problem") return { icon: X, tone: "text-fail", words: attempt.problem, state: "Not well" };
  return {
    icon: Minus,
    tone: "text-muted-foreground",
    words: "not asked, because of what is above",
    state: "Not asked",
  };
}
