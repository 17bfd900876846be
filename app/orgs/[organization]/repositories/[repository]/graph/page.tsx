import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { PageHeader } from "#components/frame/page-header.tsx";
import { InputGraphBody } from "#components/input-graph/input-graph-body.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { repositoriesHref, repositoryHref } from "#lib/views/hrefs.ts";
import { readInputGraph } from "#lib/views/input-graph.ts";

interface InputGraphPageProps {
  readonly params: Promise<{ readonly organization: string; readonly repository: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: InputGraphPageProps): Promise<Metadata> {
  return { title: `Inputs of ${decodeURIComponent((await params).repository)}` };
}

const loadQuery = createLoader({ flake: parseAsString, open: parseAsString });

export default async function InputGraphPage({ params, searchParams }: InputGraphPageProps) {
  const { organization, repository } = await params;
  const { flake, open } = await loadQuery(searchParams);
  const name = decodeURIComponent(repository);
  const question = { directory: flake, open: open === "all" ? ("all" as const) : (open ?? "").split(",") };
  const view = await readInputGraph(await currentReadContext(), organization, name, question);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: "Repositories", href: repositoriesHref(organization) },
          { label: name, href: repositoryHref(organization, name) },
        ]}
        title="Input graph"
        {...(view.graph === null ? {} : { sentence: view.graph.sentence })}
      />
      <InputGraphBody slug={organization} view={view} />
    </>
  );
}
