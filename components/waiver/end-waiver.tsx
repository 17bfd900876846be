"use client";

import { ActButton } from "#components/ui/act-button.tsx";
import { endWaiverAction } from "./waiver.action.ts";

export interface EndWaiverProps {
  readonly slug: string;
  readonly waiverId: string;
  /** What it waives, for the name of the button: `inputs-fresh in ledger`. */
  readonly what: string;
}

/** EndWaiver ends a waiver that was granted here, from this moment on. */
export function EndWaiver({ slug, waiverId, what }: EndWaiverProps) {
  return (
    <ActButton
      label={`End the waiver of ${what}`}
      words={["End", "Ending…"]}
      act={() => endWaiverAction(slug, waiverId)}
    />
  );
}
