import { ShareBar } from "#components/charts/share-bar.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { HeadlineStat } from "#components/overview/headline-stat.tsx";
import { formatPercent } from "#lib/format/format.ts";
import type { TeamView } from "#lib/views/team.ts";

/** TeamHeadlines is a team's shares, each on a bar with the median of the organization's teams marked. */
export function TeamHeadlines({ headlines }: { readonly headlines: TeamView["headlines"] }) {
  return (
    <section aria-label="Headlines" className="grid gap-px overflow-hidden rounded-md border bg-border sm:grid-cols-2">
      {headlines.map((headline) => (
        <HeadlineStat
          key={headline.metricId}
          headline={headline}
          className="bg-card"
          picture={
            <div>
              <Sparkline points={headline.trend} className="mb-4" />
              <ShareBar {...headline.share} mark={headline.organizationMedian} className="h-2!" />
              <p className="mt-2 text-muted-foreground text-small">
                {headline.organizationMedian === null
                  ? "no other team to compare with"
                  : `median of the teams ${formatPercent(headline.organizationMedian)}`}
              </p>
            </div>
          }
        />
      ))}
    </section>
  );
}
