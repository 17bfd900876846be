"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { cn } from "./class-names.ts";

const confirmMs = 1600;

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the name of the button: "revision". */
  readonly what: string;
  readonly className?: string;
}

/** CopyButton puts `text` on the clipboard and says so for a moment. Without a clipboard it selects nothing and says so. */
export function CopyButton({ text, what, className }: CopyButtonProps) {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  const words = { ready: `Copy ${what}`, copied: "Copied", refused: "The browser did not allow copying" }[state];

  async function copy() {
    const outcome = await navigator.clipboard.writeText(text).then(
      () => "copied" as const,
      () => "refused" as const,
    );
    setState(outcome);
    setTimeout(() => setState("ready"), confirmMs);
  }

  return (
    <button
      type="button"
      onClick={copy}
      data-hint={words}
      aria-label={words}
      className={cn(
        "inline-grid size-6 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground print:hidden",
        className,
      )}
    >
      {state === "copied" ? <Check className="size-3.5" aria-hidden /> : <Copy className="size-3.5" aria-hidden />}
      <span aria-live="polite" className="sr-only">
        {state === "ready" ? "" : words}
      </span>
    </button>
  );
}
