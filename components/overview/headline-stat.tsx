import Link from "next/link";
import type { ReactNode } from "react";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { WhyNumber } from "#components/ui/why-number.tsx";
import { formatDay, formatNofN, formatNumber, formatPercent, formatPoints } from "#lib/format/format.ts";
import { goalWords } from "#lib/format/goal-words.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";
import type { Headline } from "#lib/views/shared.ts";

export interface HeadlineStatProps {
  readonly headline: Headline;
  /** Stands in place of the sparkline. */
  readonly picture?: ReactNode;
  readonly className?: string;
}

/** HeadlineStat is one headline share: percent, n of N, change, recent past, and why it is what it is. */
export function HeadlineStat({ headline, picture, className }: HeadlineStatProps) {
  const { label, share, change, definition, href, changesHref, trend, goal } = headline;
  const fraction = shareFraction(share);
  return (
    <Stat
      label={label}
      value={fraction === null ? "–" : formatPercent(fraction)}
      detail={fraction === null ? "nothing applies yet" : formatNofN(share)}
      href={href}
      change={
        <>
          {change && changesHref ? (
            <Link href={changesHref} className="underline decoration-border underline-offset-4 hover:text-foreground">
              {`${formatPoints(change.percentagePoints)} since ${formatDay(change.sinceDay)}`}
            </Link>
          ) : (
            "no earlier day to compare with"
          )}
          {goal ? `, ${goalWords(goal, share)}` : ""}
          {share.unknown > 0 ? `, ${formatNumber(share.unknown)}\u00a0unknown` : ""}
        </>
      }
      picture={picture ?? <Sparkline points={trend} />}
      why={
        <WhyNumber
          label={label}
          definition={definition}
          lines={shareLines(share)}
          href={href}
          linkText="See which are in and out"
        />
      }
      {...(className ? { className } : {})}
    />
  );
}

function shareLines(share: Share): readonly { readonly term: string; readonly value: string }[] {
  const rest = share.denominator - share.numerator - share.unknown;
  return [
    { term: "In", value: formatNumber(share.numerator) },
    { term: "Not in", value: formatNumber(rest) },
    { term: "Unknown, counted as not in", value: formatNumber(share.unknown) },
    { term: "Counted in all", value: formatNumber(share.denominator) },
  ];
}
