import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { PageHeader } from "#components/frame/page-header.tsx";
import { WhyBody } from "#components/why/why-body.tsx";
import { formatDay, formatShare } from "#lib/format/format.ts";
import { formatMedianDays } from "#lib/format/median-words.ts";
import { dayOf } from "#lib/model/instant.ts";
import { askedDay } from "#lib/views/asked-day.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { organizationHref } from "#lib/views/hrefs.ts";
import { readWhy, type WhyView } from "#lib/views/why.ts";

interface WhyPageProps {
  readonly params: Promise<{ readonly organization: string; readonly metric: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "Why this number" };

const loadQuery = createLoader({ team: parseAsString, day: parseAsString });

export default async function WhyPage({ params, searchParams }: WhyPageProps) {
  const { organization, metric } = await params;
  const parameters = await searchParams;
  const { team, day } = loadQuery(parameters);
  const context = await currentReadContext();
  const question = { metricId: decodeURIComponent(metric), team: team || null, day: askedDay(day) };
  const view = await readWhy(context, organization, question);
  if (view === null) notFound();
  const place = view.team ?? { name: view.organization.name, href: organizationHref(organization) };
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: place.name, href: place.href }]}
        title={view.metric.label}
        sentence={`${figureWords(view)} ${view.day === null ? "now" : `on ${formatDay(view.day)}`}.`}
      />
      <WhyBody view={view} today={dayOf(context.asOf)} parameters={parameters} />
    </>
  );
}

function figureWords({ figure, share }: WhyView): string {
  return figure.kind === "median" ? formatMedianDays(figure.days) : formatShare(share);
}
