import { type ReactNode, useId } from "react";
import { cn } from "./class-names.ts";

export interface LeadCardProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** LeadCard is the one tinted box of a page: what to do next. */
export function LeadCard({ title, children, className }: LeadCardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cn("min-w-0 rounded-md border border-primary/45 bg-primary-soft px-5 py-4", className)}
    >
      <h2 id={id} className="font-semibold text-primary text-small">
        {title}
      </h2>
      {children}
    </section>
  );
}
