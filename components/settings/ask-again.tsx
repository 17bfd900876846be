"use client";

import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { askAgainAction } from "./change-scanning.action.ts";

/** AskAgain asks GitHub anew what the credentials may do; the old answer stays until the new one is there. */
export function AskAgain({ slug }: { readonly slug: string }) {
  const [isPending, startTransition] = useTransition();
  const press = () => {
    if (!isPending) startTransition(() => askAgainAction(slug));
  };
  return (
    <Button size="small" className="needs-scripts" aria-disabled={isPending} onClick={press}>
      {isPending ? "Asking…" : "Ask again"}
    </Button>
  );
}
