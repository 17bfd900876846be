import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { PageHeader } from "#components/frame/page-header.tsx";
import { InputBody } from "#components/input/input-body.tsx";
import { InputDetails } from "#components/input/input-details.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readInput } from "#lib/views/input.ts";
import { inputsHref, revisionOf, upstreamOfKey } from "#lib/views/upstream-item.ts";

interface InputPageProps {
  readonly params: Promise<{ readonly organization: string; readonly input: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: InputPageProps): Promise<Metadata> {
  return { title: upstreamOfKey((await params).input) };
}

const loadQuery = createLoader({ revision: parseAsString });

export default async function InputPage({ params, searchParams }: InputPageProps) {
  const { organization, input } = await params;
  const parameters = await searchParams;
  const revision = revisionOf(loadQuery(parameters).revision);
  const view = await readInput(await currentReadContext(), organization, upstreamOfKey(input), revision);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Inputs", href: inputsHref(organization) }]}
        title={<span className="[overflow-wrap:anywhere]">{view.input.name}</span>}
        sentence={view.sentence}
        details={<InputDetails view={view} />}
      />
      <InputBody view={view} parameters={parameters} />
    </>
  );
}
