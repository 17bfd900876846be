import type { Headline } from "#lib/views/shared.ts";
import { HeadlineStat } from "./headline-stat.tsx";

/** HeadlineBand is the figures that a reader looks for first, side by side. */
export function HeadlineBand({ headlines }: { readonly headlines: readonly Headline[] }) {
  return (
    <section
      aria-label="Headlines"
      className="grid overflow-hidden rounded-md border bg-border [gap:1px] sm:grid-cols-2 xl:grid-cols-4"
    >
      {headlines.map((headline) => (
        <HeadlineStat key={headline.metricId} headline={headline} className="bg-card" />
      ))}
    </section>
  );
}
