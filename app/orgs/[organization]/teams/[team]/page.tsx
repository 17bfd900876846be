import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { rangeParser } from "#components/charts/range-parser.ts";
import { PageHeader } from "#components/frame/page-header.tsx";
import { PrintReport } from "#components/team/print-report.tsx";
import { TeamBody } from "#components/team/team-body.tsx";
import { TeamLinks } from "#components/team/team-links.tsx";
import { dayOf } from "#lib/model/instant.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { organizationHref } from "#lib/views/hrefs.ts";
import { readTeam } from "#lib/views/team.ts";

interface TeamPageProps {
  readonly params: Promise<{ readonly organization: string; readonly team: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const loadQuery = createLoader({ range: rangeParser });

export async function generateMetadata({ params }: TeamPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).team) };
}

export default async function TeamPage({ params, searchParams }: TeamPageProps) {
  const { organization, team } = await params;
  const parameters = await searchParams;
  const { range } = loadQuery(parameters);
  const context = await currentReadContext();
  const view = await readTeam(context, organization, decodeURIComponent(team), range);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: "Teams", href: `${organizationHref(organization)}/teams` },
          ...view.ancestors.map(({ name, href }) => ({ label: name, href })),
        ]}
        title={view.team.name}
        sentence={view.sentence}
        actions={<PrintReport />}
        details={view.children.length === 0 ? undefined : <TeamLinks teams={view.children} />}
      />
      <TeamBody view={view} range={range} parameters={parameters} day={dayOf(context.asOf)} />
    </>
  );
}
