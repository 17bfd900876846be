import { Stat } from "#components/ui/stat.tsx";
import { formatNumber } from "#lib/format/format.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import type { FigureItem, TrendsView } from "#lib/views/trends.ts";
import { MedianCourse } from "./median-course.tsx";

/** Figures is what is counted but is no share, each in its own unit: medians with their course, ratios as they stand. */
export function Figures({ view, range }: { readonly view: TrendsView; readonly range: TrendRange }) {
  const { figures } = view;
  const ratios = figures.filter(({ kind }) => kind === "ratio");
  return (
    <>
      {figures
        .filter(({ kind }) => kind === "median")
        .map((figure) => (
          <MedianCourse key={figure.id} figure={figure} view={view} range={range} />
        ))}
      {ratios.length === 0 ? null : <Ratios figures={ratios} />}
    </>
  );
}

function Ratios({ figures }: { readonly figures: readonly FigureItem[] }) {
  return (
    <section aria-label="Figures that are no shares" className="flex flex-wrap rounded-md border bg-card">
      {figures.map((figure) => (
        <Stat
          key={figure.id}
          label={figure.label}
          value={figureValue(figure)}
          detail={figureDetail(figure)}
          change={<p className="max-w-prose">{figure.definition} It is no share, so no chart here draws it.</p>}
        />
      ))}
    </section>
  );
}

function figureValue({ last: { numerator, denominator } }: FigureItem): string {
  return (numerator / denominator).toFixed(2);
}

function figureDetail({
  units: [numeratorUnit, denominatorUnit],
  last: { numerator, denominator },
}: FigureItem): string {
  return `${formatNumber(numerator)} ${numeratorUnit} in ${formatNumber(denominator)} ${denominatorUnit}`;
}
