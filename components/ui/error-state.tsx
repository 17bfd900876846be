import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { LineMark } from "./line-mark.tsx";
import { warningLine } from "./lines.ts";

export interface ErrorStateProps {
  /** What failed, in one sentence. */
  readonly title: string;
  /** Why, and what to do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
}

/** ErrorState says what failed, why as far as is known, and how to go on. What was known before stays on the page. */
export function ErrorState({ title, children, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn("flex gap-3 rounded-md border border-fail bg-fail-soft px-4 py-3", className)}>
      <LineMark line={warningLine} className="mt-0.5 size-4 text-fail" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children ? <div className="mt-0.5 max-w-prose break-words">{children}</div> : null}
        {action ? <div className="mt-3">{action}</div> : null}
      </div>
    </div>
  );
}
