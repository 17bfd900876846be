"use client";

import { RefreshCw } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import type { FormOutcome } from "#components/ui/form-dialog.tsx";
import { rescanAction } from "./repository.action.ts";

export interface RescanProps {
  readonly slug: string;
  readonly repository: string;
}

/** Rescan has one repository looked at again; it takes a few seconds, and the page says when it was read. */
export function Rescan({ slug, repository }: RescanProps) {
  const [outcome, setOutcome] = useState<FormOutcome | null>(null);
  const [isPending, startTransition] = useTransition();
  const rescan = () => startTransition(async () => setOutcome(await rescanAction(slug, repository)));
  return (
    <>
      {outcome === null ? null : "problem" in outcome ? (
        <span role="alert" className="max-w-80 text-fail text-small">
          {outcome.problem}
        </span>
      ) : (
        <span role="status" className="max-w-80 text-muted-foreground text-small">
          It is being looked at. Open the page again in a few seconds.
        </span>
      )}
      <Button disabled={isPending} onClick={rescan}>
        <RefreshCw aria-hidden />
        {isPending ? "Asking…" : "Rescan"}
      </Button>
    </>
  );
}
