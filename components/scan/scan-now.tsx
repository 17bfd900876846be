"use client";

import { RefreshCw } from "lucide-react";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type ScanNowState, scanNow } from "./scan-now.action.ts";

export interface ScanNowProps {
  readonly slug: string;
  /** The one action of the page, or one of several. */
  readonly isMain?: boolean;
}

/** ScanNow asks for a scan and leads to its progress. */
export function ScanNow({ slug, isMain = false }: ScanNowProps) {
  const [state, action, isPending] = useActionState<ScanNowState, FormData>(scanNow, null);
  return (
    <form action={action} className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 print:hidden">
      <input type="hidden" name="organization" value={slug} />
      {state ? (
        <span role="alert" className="max-w-80 text-fail text-small">
          {state.problem}
        </span>
      ) : null}
      <Button type="submit" variant={isMain ? "primary" : "outline"} disabled={isPending}>
        <RefreshCw aria-hidden />
        {isPending ? "Starting…" : "Scan now"}
      </Button>
    </form>
  );
}
