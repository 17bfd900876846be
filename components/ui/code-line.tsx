import { cn } from "./class-names.ts";
import { CopyButton } from "./copy-button.tsx";

export interface CodeLineProps {
  readonly code: string;
  /** What the code is, for the copy button: "command". */
  readonly what: string;
  readonly className?: string;
}

/** CodeLine is one line to copy into a terminal or a file. A long one breaks where it must. */
export function CodeLine({ code, what, className }: CodeLineProps) {
  return (
    <span
      className={cn(
        "inline-flex min-w-0 max-w-full items-center gap-1 rounded-md border bg-card py-0.5 pr-0.5 pl-2 align-middle text-foreground",
        className,
      )}
    >
      <code className="min-w-0 font-mono text-small [overflow-wrap:anywhere]">{code}</code>
      <CopyButton text={code} what={what} />
    </span>
  );
}
