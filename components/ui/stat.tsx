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
    // On a phone the picture stands beside the figure, so that four of them are one screen.
    <div
      className={cn(
        "flex min-w-0 flex-col px-5 py-4 max-sm:py-3 print:py-2.5",
        picture && "max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_8rem] max-sm:gap-x-4",
        className,
      )}
    >
      <div className="flex items-center justify-between gap-2 max-sm:col-span-full">
        <h2 className="font-medium text-muted-foreground">{label}</h2>
        {why}
      </div>
      <div className="min-w-0">
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
      </div>
      {picture ? <div className="mt-auto pt-3 print:pt-1.5 max-sm:mt-1 max-sm:pt-0">{picture}</div> : null}
    </div>
  );
}
