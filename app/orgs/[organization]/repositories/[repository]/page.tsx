import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/frame/page-header.tsx";
import { RepositoryActions } from "#components/repository/repository-actions.tsx";
import { RepositoryBody } from "#components/repository/repository-body.tsx";
import { RepositoryBadges, RepositoryDetails } from "#components/repository/repository-details.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { organizationHref } from "#lib/views/hrefs.ts";
import { readRepository } from "#lib/views/repository.ts";

interface RepositoryPageProps {
  readonly params: Promise<{ readonly organization: string; readonly repository: string }>;
}

export async function generateMetadata({ params }: RepositoryPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).repository) };
}

export default async function RepositoryPage({ params }: RepositoryPageProps) {
  const { organization, repository } = await params;
  const view = await readRepository(await currentReadContext(), organization, decodeURIComponent(repository));
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Repositories", href: `${organizationHref(organization)}/repositories` }]}
        title={
          <>
            {view.name}
            <RepositoryBadges view={view} />
          </>
        }
        sentence={view.sentence}
        actions={<RepositoryActions view={view} />}
        details={<RepositoryDetails view={view} />}
      />
      <RepositoryBody view={view} />
    </>
  );
}
