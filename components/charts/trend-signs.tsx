import type { ReactNode } from "react";
import { hasGap, markedDays, type TrendSeries } from "./trend-series.ts";

export interface TrendSignsProps {
  readonly series: readonly TrendSeries[];
  /** What is unknown is shaded above the line, as it is where a line stands alone. */
  readonly isUnknownShown: boolean;
}

/** TrendSigns explains what lines alone do not tell, as far as it occurs: rebuilt, unknown, gaps, changed rules, partial scans. */
export function TrendSigns({ series, isUnknownShown }: TrendSignsProps) {
  const occurs = (isMarked: Parameters<typeof markedDays>[1]) => markedDays(series, isMarked).length > 0;
  return (
    <>
      {occurs(({ origin }) => origin === "backfilled") ? (
        <Sign picture={<span className="w-4 border-foreground border-t-2 opacity-40" />}>
          Lighter: rebuilt from git history
        </Sign>
      ) : null}
      {isUnknownShown && occurs(({ unknown }) => unknown > 0) ? (
        <Sign picture={<span className="h-3 w-4 bg-unknown/20" />}>Shaded: unknown</Sign>
      ) : null}
      {series.some(({ points }) => hasGap(points)) ? (
        <Sign
          picture={
            <span className="flex w-5 justify-between">
              <span className="w-1.5 border-foreground border-t-2" />
              <span className="w-1.5 border-foreground border-t-2" />
            </span>
          }
        >
          Broken: no scan on these days
        </Sign>
      ) : null}
      {occurs(({ isRuleChange }) => isRuleChange) ? (
        <Sign picture={<span className="h-3.5 border-waived border-l border-dashed" />}>
          A rule changed: what follows is counted by another rule
        </Sign>
      ) : null}
      {occurs(({ isPartial }) => isPartial) ? (
        <Sign picture={<span className="size-2 rotate-45 border border-foreground bg-card" />}>
          Partial: the scan could not read everything
        </Sign>
      ) : null}
    </>
  );
}

function Sign({ picture, children }: { readonly picture: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <span aria-hidden className="inline-flex">
        {picture}
      </span>
      <span>{children}</span>
    </li>
  );
}
