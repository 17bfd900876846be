import { formatPercent } from "#lib/format/format.ts";
import { lineStyle } from "./line-style.ts";
import { spreadLabels } from "./spread-labels.ts";
import { shareOf, type TrendSeries } from "./trend-series.ts";

/** LineEnd is where a line ends: its height from 0 at the foot to 1 at the top, and what it comes to there. */
export interface LineEnd {
  readonly series: TrendSeries;
  readonly height: number;
  readonly words: string;
}

/** shareEnds is where the lines of shares end; a series that was never measured has no end. */
export function shareEnds(series: readonly TrendSeries[]): readonly LineEnd[] {
  return series.flatMap((each) => {
    const last = each.points.findLast(({ denominator }) => denominator > 0);
    const share = last === undefined ? null : shareOf(last);
    return share === null ? [] : [{ series: each, height: share, words: formatPercent(share) }];
  });
}

/** TrendLabels names each line at its end, moved apart where lines end together. */
export function TrendLabels({ ends }: { readonly ends: readonly LineEnd[] }) {
  // 7: a line of 16 px in a plot of 256.
  const tops = spreadLabels(
    ends.map(({ height }) => (1 - height) * 100),
    7,
    100,
  );
  return (
    <ul aria-hidden className="relative hidden w-52 shrink-0 text-small leading-none md:block">
      {ends.map(({ series, words }, index) => (
        <li
          key={series.id}
          className="-translate-y-1/2 absolute left-2 flex max-w-full items-center gap-1.5"
          style={{ top: `${tops[index] ?? 0}%` }}
        >
          <LineSample series={series} />
          <span className="truncate">{series.label}</span>
          <span className="whitespace-nowrap text-muted-foreground">{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** LineSample shows how a series is drawn, beside its name: its colour, its width, its dashes; an area as a square. */
export function LineSample({ series }: { readonly series: TrendSeries }) {
  if (series.isArea) {
    return <span aria-hidden className="size-2 shrink-0 rounded-[2px]" style={{ background: series.color }} />;
  }
  const { width, dashes } = lineStyle(series);
  return (
    <svg viewBox="0 0 20 4" className="h-1 w-5 shrink-0" aria-hidden="true">
      <path d="M0 2H20" stroke={series.color} strokeWidth={width} strokeDasharray={dashes} />
    </svg>
  );
}
