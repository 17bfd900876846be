"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { SourceChoice } from "#lib/commands/source-choice.ts";
import { type ConnectState, connectAction } from "./connect.action.ts";

/** StartFirstScan connects an organization and leads to the progress of its first scan. */
export function StartFirstScan({ choice }: { readonly choice: SourceChoice }) {
  const [state, action, isPending] = useActionState<ConnectState, FormData>(connectAction, null);
  return (
    <form action={action} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="provider" value={choice.provider} />
      <input type="hidden" name="name" value={choice.name} />
      <Button type="submit" variant="primary" disabled={isPending}>
        {isPending ? "Connecting…" : "Connect and scan"}
      </Button>
      {state === null ? null : (
        <p role="alert" className="min-w-0 flex-1 text-fail text-small">
          {state.problem}
        </p>
      )}
    </form>
  );
}
