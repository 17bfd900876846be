"use client";

import { Check, Copy, Link2 } from "lucide-react";
import { useState } from "react";
import { cn } from "./class-names.ts";

const confirmMs = 1600;

export interface CopyButtonProps {
  readonly text: string;
  /** `text` is an address of this site, and copied whole. */
  readonly isAddress?: boolean;
  /** What is copied, for the name of the button: "revision". */
  readonly what: string;
  readonly className?: string;
}

/** CopyButton puts `text` on the clipboard and says so for a moment. Without a clipboard it selects nothing and says so. */
export function CopyButton({ text, isAddress = false, what, className }: CopyButtonProps) {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  const words = { ready: `Copy ${what}`, copied: "Copied", refused: "The browser did not allow copying" }[state];

  async function copy() {
    const copied = isAddress ? new URL(text, window.location.href).href : text;
    const outcome = await navigator.clipboard.writeText(copied).then(
      () => "copied" as const,
      () => "refused" as const,
    );
    setState(outcome);
    setTimeout(() => setState("ready"), confirmMs);
  }

  const Icon = state === "copied" ? Check : isAddress ? Link2 : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      data-hint={words}
      aria-label={words}
      className={cn(
        "needs-scripts inline-grid size-6 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground print:hidden",
        className,
      )}
    >
      <Icon className="size-3.5" aria-hidden />
      <span aria-live="polite" className="sr-only">
        {state === "ready" ? "" : words}
      </span>
    </button>
  );
}
