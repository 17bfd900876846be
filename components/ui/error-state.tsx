import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

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
      <TriangleAlert className="mt-0.5 size-4 shrink-0 text-fail" aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children ? <div className="mt-0.5 max-w-prose break-words">{children}</div> : null}
        {action ? <div className="mt-3">{action}</div> : null}
      </div>
    </div>
  );
}
