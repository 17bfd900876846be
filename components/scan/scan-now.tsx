"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LineMark } from "#components/ui/line-mark.tsx";
import { type ScanNowState, scanNow } from "./scan-now.action.ts";

// As lucide draws it, https://lucide.dev/icons.
const againLine =
  "M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5";

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
        <LineMark line={againLine} />
        {isPending ? "Starting…" : "Scan now"}
      </Button>
    </form>
  );
}
