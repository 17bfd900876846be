import { Stat } from "#components/ui/stat.tsx";
import { formatNumber } from "#lib/format/format.ts";
import type { FigureItem } from "#lib/views/trends.ts";

/** Figures is what is counted but is no share, each in its own unit; nothing where none was counted. */
export function Figures({ figures }: { readonly figures: readonly FigureItem[] }) {
  if (figures.length === 0) return null;
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
