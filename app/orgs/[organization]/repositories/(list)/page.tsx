import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/frame/page-header.tsx";
import { RepositoriesBody } from "#components/repository/repositories-body.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readRepositories } from "#lib/views/repositories.ts";

interface RepositoriesPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<PageParameters>;
}

export const metadata: Metadata = { title: "Repositories" };

export default async function RepositoriesPage({ params, searchParams }: RepositoriesPageProps) {
  const { organization } = await params;
  const view = await readRepositories(await currentReadContext(), organization);
  if (view === null) notFound();
  return (
    <>
      <PageHeader title="Repositories" sentence={view.sentence} />
      <RepositoriesBody view={view} parameters={await searchParams} />
    </>
  );
}
