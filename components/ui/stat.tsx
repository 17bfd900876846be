import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

export interface StatProps {
  readonly label: string;
  /** The figure: `40 %`, `12 days`. */
  readonly value: ReactNode;
  /** What the figure counts: `48 of 120`. */
  readonly detail?: ReactNode;
  /** Leads to what the figure counts. */
  readonly href?: string;
  readonly change?: ReactNode;
  /** A sparkline or a bar under the figure. */
  readonly picture?: ReactNode;
  /** The answer to "why this number", a popover's button. */
  readonly why?: ReactNode;
  readonly className?: string;
}

/** Stat is one figure that someone reads first: what it is, how much, of how many, since when. */
export function Stat({ label, value, detail, href, change, picture, why, className }: StatProps) {
  const figure = (
    <>
      <span className="font-semibold text-figure tracking-tight">{value}</span>
      {detail ? <span className="text-muted-foreground">{detail}</span> : null}
    </>
  );
  return (
    <div className={cn("flex min-w-0 flex-col px-5 py-4", className)}>
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-medium text-muted-foreground">{label}</h2>
        {why}
      </div>
      {href ? (
        <Link
          href={href}
          className="mt-1 flex flex-wrap items-baseline gap-x-2 decoration-1 underline-offset-4 hover:underline"
        >
          {figure}
        </Link>
      ) : (
        <div className="mt-1 flex flex-wrap items-baseline gap-x-2">{figure}</div>
      )}
      {change ? <div className="text-muted-foreground text-small">{change}</div> : null}
      {picture ? <div className="mt-auto pt-3">{picture}</div> : null}
    </div>
  );
}
