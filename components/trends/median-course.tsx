import Link from "next/link";
import { DaysChart } from "#components/charts/days-chart.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatMedianDays, medianInputsWords } from "#lib/format/median-words.ts";
import type { FigureItem } from "#lib/views/trends.ts";

/** MedianCourse is a median over time, in days and never in percent. */
export function MedianCourse({ figure }: { readonly figure: FigureItem }) {
  const { label, definition, last, points, href } = figure;
  return (
    <SectionCard
      title={label}
      note={`${formatMedianDays(last.value)}, of ${medianInputsWords(last)}`}
      actions={
        href === null ? undefined : (
          <Link href={href} className="text-primary text-small underline-offset-4 hover:underline print:hidden">
            See the ages<span className="sr-only"> behind {label}</span>
          </Link>
        )
      }
    >
      <p className="mb-3 max-w-prose text-muted-foreground text-small">{definition}</p>
      <DaysChart name={label} points={points} color={themeColors.freshness} />
    </SectionCard>
  );
}
