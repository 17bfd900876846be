"use client";

import { Square } from "lucide-react";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type StopScanState, stopScan } from "./stop-scan.action.ts";

export interface StopScanProps {
  readonly slug: string;
  readonly scanId: string;
}

/** StopScan stops a scan that runs. What it has read is kept, so nothing is asked back. */
export function StopScan({ slug, scanId }: StopScanProps) {
  const [state, action, isPending] = useActionState<StopScanState, FormData>(stopScan, null);
  return (
    <form action={action} className="flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
      <input type="hidden" name="organization" value={slug} />
      <input type="hidden" name="scan" value={scanId} />
      {state ? (
        <span role="alert" className="max-w-80 text-fail text-small">
          {state.problem}
        </span>
      ) : null}
      <Button type="submit" variant="outline" disabled={isPending}>
        <Square aria-hidden />
        {isPending ? "Stopping…" : "Stop"}
      </Button>
    </form>
  );
}
