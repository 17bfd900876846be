"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { rescanAction } from "./repository.action.ts";

const pollMs = 1_500;
// A look takes seconds; behind a long queue the page need not ask for ever.
const pollsMax = 40;

export interface RescanProps {
  readonly slug: string;
  readonly repository: string;
  /** When it was last seen with the content that the page shows; null while that is still to be read. */
  readonly lookedAt: string | null;
}

type Asked = { readonly before: string | null; readonly polls: number } | { readonly problem: string } | null;

/** Rescan has one repository looked at again, and shows the page anew once that is done. */
export function Rescan({ slug, repository, lookedAt }: RescanProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>(null);
  const [isPending, startTransition] = useTransition();
  const isDone = asked !== null && "before" in asked && lookedAt !== null && lookedAt !== asked.before;
  const isWaiting = asked !== null && "before" in asked && !isDone && asked.polls < pollsMax;

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => {
      router.refresh();
      setAsked((now) => (now !== null && "before" in now ? { ...now, polls: now.polls + 1 } : now));
    }, pollMs);
    return () => clearTimeout(timer);
  });

  const rescan = () =>
    startTransition(async () => {
      const outcome = await rescanAction(slug, repository);
      setAsked("problem" in outcome ? outcome : { before: lookedAt, polls: 0 });
    });
  return (
    <>
      {asked === null ? null : "problem" in asked ? (
        <span role="alert" className="max-w-80 text-fail text-small">
          {asked.problem}
        </span>
      ) : (
        <span role="status" className="max-w-80 text-muted-foreground text-small">
          {isDone ? "Looked at again just now." : isWaiting ? "It is being looked at." : waitsLong}
        </span>
      )}
      <Button className="needs-scripts" disabled={isPending || isWaiting} onClick={rescan}>
        <RefreshCw aria-hidden />
        {isPending ? "Asking…" : isWaiting ? "Looking…" : "Rescan"}
      </Button>
    </>
  );
}

const waitsLong = "It waits behind other work; this page will show it once it was looked at.";
