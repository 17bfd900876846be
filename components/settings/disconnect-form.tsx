"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { disconnectAction } from "./change-scanning.action.ts";

/** DisconnectForm removes an organization once its name was typed. */
export function DisconnectForm({ slug }: { readonly slug: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const remove = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const confirmation = String(new FormData(event.currentTarget).get("confirmation") ?? "");
    startTransition(async () => {
      const result = await disconnectAction(slug, confirmation);
      setProblem("problem" in result ? result.problem : null);
    });
  };
  return (
    <form onSubmit={remove} aria-label="Remove" className="flex flex-col gap-3">
      <TextField label={`Type ${slug} to confirm`} name="confirmation" required autoComplete="off" spellCheck={false} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        {problem === null ? null : (
          <p role="alert" className="min-w-0 flex-1 text-fail text-small">
            {problem}
          </p>
        )}
        <Button className="needs-scripts" type="submit" size="small" disabled={isPending}>
          {isPending ? "Removing…" : "Remove for good"}
        </Button>
      </div>
    </form>
  );
}
