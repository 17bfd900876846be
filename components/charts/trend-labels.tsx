import { formatPercent } from "#lib/format/format.ts";
import { lineStyle } from "./line-style.ts";
import { spreadLabels } from "./spread-labels.ts";
import { shareOf, type TrendSeries } from "./trend-series.ts";

/** TrendLabels names each line at its end, moved apart where lines end together. */
export function TrendLabels({ series }: { readonly series: readonly TrendSeries[] }) {
  const ends = series.flatMap((each) => {
    const { points } = each;
    const last = points.findLast(({ denominator }) => denominator > 0);
    const share = last === undefined ? null : shareOf(last);
    return share === null ? [] : [{ each, share }];
  });
  // 7: a line of 16 px in a plot of 256.
  const tops = spreadLabels(
    ends.map(({ share }) => (1 - share) * 100),
    7,
    100,
  );
  return (
    <ul aria-hidden className="relative hidden w-52 shrink-0 text-small leading-none md:block">
      {ends.map(({ each, share }, index) => (
        <li
          key={each.id}
          className="-translate-y-1/2 absolute left-2 flex max-w-full items-center gap-1.5"
          style={{ top: `${tops[index] ?? 0}%` }}
        >
          <LineSample series={each} />
          <span className="truncate">{each.label}</span>
          <span className="text-muted-foreground">{formatPercent(share)}</span>
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
