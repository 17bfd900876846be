import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { FlakeGraphBody } from "#components/flake-graph/flake-graph-body.tsx";
import { PageHeader } from "#components/frame/page-header.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readFlakeGraph } from "#lib/views/flake-graph.ts";
import { inputsHref } from "#lib/views/upstream-item.ts";

interface FlakeGraphPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "Own flakes" };

const loadQuery = createLoader({ open: parseAsString });

export default async function FlakeGraphPage({ params, searchParams }: FlakeGraphPageProps) {
  const { organization } = await params;
  const { open } = await loadQuery(searchParams);
  const view = await readFlakeGraph(await currentReadContext(), organization, open === "all");
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Inputs", href: inputsHref(organization) }]}
        title="Own flakes"
        sentence={view.sentence}
      />
      <FlakeGraphBody view={view} />
    </>
  );
}
