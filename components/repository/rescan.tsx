"use client";

import { RefreshCw } from "lucide-react";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type RescanState, rescan } from "./rescan.action.ts";

export interface RescanProps {
  readonly slug: string;
  readonly repository: string;
}

/** Rescan has one repository looked at again; it takes a few seconds, and the page says when it was read. */
export function Rescan({ slug, repository }: RescanProps) {
  const [state, action, isPending] = useActionState<RescanState, FormData>(rescan, null);
  return (
    <form action={action} className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 print:hidden">
      <input type="hidden" name="organization" value={slug} />
      <input type="hidden" name="repository" value={repository} />
      {state === null ? null : "problem" in state ? (
        <span role="alert" className="max-w-80 text-fail text-small">
          {state.problem}
        </span>
      ) : (
        <span role="status" className="max-w-80 text-muted-foreground text-small">
          It is being looked at. Open the page again in a few seconds.
        </span>
      )}
      <Button type="submit" variant="outline" disabled={isPending}>
        <RefreshCw aria-hidden />
        {isPending ? "Asking…" : "Rescan"}
      </Button>
    </form>
  );
}
