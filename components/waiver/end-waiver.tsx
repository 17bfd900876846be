"use client";

import { useRef, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { homeOf } from "#components/ui/focus-home.ts";
import { endWaiverAction } from "./waiver.action.ts";

export interface EndWaiverProps {
  readonly slug: string;
  readonly waiverId: string;
  /** What it waives, for the name of the button: `inputs-fresh in ledger`. */
  readonly what: string;
}

/** EndWaiver ends a waiver that was granted here, from this moment on. */
export function EndWaiver({ slug, waiverId, what }: EndWaiverProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const button = useRef<HTMLButtonElement>(null);
  const end = () => {
    const line = homeOf(button.current);
    startTransition(async () => {
      const result = await endWaiverAction(slug, waiverId);
      setProblem("problem" in result ? result.problem : null);
      if ("done" in result) line?.focus();
    });
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button ref={button} size="small" disabled={isPending} onClick={end} aria-label={`End the waiver of ${what}`}>
        {isPending ? "Ending…" : "End"}
      </Button>
      {problem === null ? null : (
        <span role="alert" className="text-fail text-small">
          {problem}
        </span>
      )}
    </span>
  );
}
