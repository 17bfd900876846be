import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { ChangesBody } from "#components/changes/changes-body.tsx";
import { PageHeader } from "#components/frame/page-header.tsx";
import { dayOf } from "#lib/model/instant.ts";
import { askedDay } from "#lib/views/asked-day.ts";
import { readChanges } from "#lib/views/changes.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { trendsHref } from "#lib/views/hrefs.ts";

interface ChangesPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "What changed" };

const loadQuery = createLoader({
  metric: parseAsString,
  team: parseAsString,
  from: parseAsString,
  to: parseAsString,
});

export default async function ChangesPage({ params, searchParams }: ChangesPageProps) {
  const { organization } = await params;
  const parameters = await searchParams;
  const { metric, team, from, to } = loadQuery(parameters);
  const context = await currentReadContext();
  const question = { metricId: metric, team: team || null, from: askedDay(from), to: askedDay(to) };
  const view = await readChanges(context, organization, question);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Trends", href: trendsHref(organization) }]}
        title={view.team === null ? "What changed" : `What changed, in ${view.team.name}`}
        sentence={view.sentence}
      />
      <ChangesBody view={view} today={dayOf(context.asOf)} parameters={parameters} />
    </>
  );
}
