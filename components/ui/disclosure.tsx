import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { LineMark } from "./line-mark.tsx";
import { chevronRightLine } from "./lines.ts";

// One element that stands in many places is sent once.
const chevron = (
  <LineMark
    line={chevronRightLine}
    className="mt-0.5 size-4 text-muted-foreground transition-transform duration-100 group-open:rotate-90 print:hidden"
  />
);

export interface DisclosureProps {
  /** The one line that is always seen. */
  readonly line: ReactNode;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean;
  readonly className?: string;
  /** What a link leads to; `OpenTarget` opens it then. */
  readonly id?: string;
}

/** Disclosure is one line that opens to more. It works without script, and a browser's search finds what is inside. */
export function Disclosure({ line, children, isOpenAtFirst = false, className, id }: DisclosureProps) {
  return (
    <details id={id} open={isOpenAtFirst} className={cn("group border-t", className)}>
      <summary className="flex list-none items-start gap-3 px-5 py-2.5 -outline-offset-2 hover:bg-muted print:py-1">
        <span className="min-w-0 flex-1">{line}</span>
        {chevron}
      </summary>
      <div className="px-5 pt-1 pb-5">{children}</div>
    </details>
  );
}
