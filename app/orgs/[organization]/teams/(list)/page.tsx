import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/frame/page-header.tsx";
import { TeamsBody } from "#components/team/teams-body.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readTeams } from "#lib/views/teams.ts";

interface TeamsPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<PageParameters>;
}

export const metadata: Metadata = { title: "Teams" };

export default async function TeamsPage({ params, searchParams }: TeamsPageProps) {
  const { organization } = await params;
  const view = await readTeams(await currentReadContext(), organization);
  if (view === null) notFound();
  return (
    <>
      <PageHeader title="Teams" sentence={view.sentence} />
      <TeamsBody view={view} parameters={await searchParams} />
    </>
  );
}
