"use client";

import { useRef, useState, useTransition } from "react";
import { Button } from "./button.tsx";
import { homeOf } from "./focus-home.ts";
import type { FormOutcome } from "./form-dialog.tsx";

export interface ActButtonProps {
  /** The whole of what it does, for people who do not see its line: "Remove the goal of Adoption for Payments". */
  readonly label: string;
  /** What it says, and what it says while that is under way. */
  readonly words: readonly [ready: string, pending: string];
  readonly act: () => Promise<FormOutcome>;
}

/** ActButton takes away what its line is about, or says beside itself why it could not; the focus stays near. */
export function ActButton({ label, words: [ready, pending], act }: ActButtonProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const button = useRef<HTMLButtonElement>(null);
  const press = () => {
    const line = homeOf(button.current);
    startTransition(async () => {
      const outcome = await act();
      setProblem("problem" in outcome ? outcome.problem : null);
      if ("done" in outcome) line?.focus();
    });
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        ref={button}
        size="small"
        className="needs-scripts"
        disabled={isPending}
        onClick={press}
        aria-label={label}
      >
        {isPending ? pending : ready}
      </Button>
      {problem === null ? null : (
        <span role="alert" className="text-fail text-small">
          {problem}
        </span>
      )}
    </span>
  );
}
