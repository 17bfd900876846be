import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

export interface EmptyStateProps {
  /** One sentence: what will be here. */
  readonly title: string;
  /** How it gets here. */
  readonly children?: ReactNode;
  /** The one action that gets it. */
  readonly action?: ReactNode;
  readonly mark?: ReactNode;
  readonly className?: string;
}

/** EmptyState says what will stand here and the one action that gets it. */
export function EmptyState({ title, children, action, mark, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
      {mark ? <div className="mb-4 text-muted-foreground">{mark}</div> : null}
      <p className="font-medium text-lead">{title}</p>
      {children ? <div className="mt-1 max-w-prose text-pretty text-muted-foreground">{children}</div> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}
