import { type ReactNode, useId } from "react";
import { cn } from "./class-names.ts";

export interface SectionCardProps {
  readonly title: string;
  /** One line under the title. */
  readonly note?: ReactNode;
  /** What stands at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** Lets the content reach the edges, as tables do. */
  readonly isFlush?: boolean;
}

/** SectionCard is one part of a page under its own heading. */
export function SectionCard({ title, note, actions, children, className, isFlush = false }: SectionCardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cn("flex min-w-0 flex-col rounded-md border bg-card", isFlush && "overflow-clip", className)}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3 print:pt-3 print:pb-2">
        <div className={cn("min-w-0", note ? "flex-1 basis-48 sm:basis-64" : null)}>
          <h2 id={id} className="font-semibold text-body">
            {title}
          </h2>
          {note ? <div className="mt-0.5 max-w-prose text-muted-foreground text-small">{note}</div> : null}
        </div>
        {actions}
      </header>
      <div className={cn("flex min-w-0 flex-1 flex-col", isFlush ? "" : "px-5 pb-5 print:pb-3")}>{children}</div>
    </section>
  );
}
