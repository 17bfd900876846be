import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, createParser, parseAsString, type SearchParams } from "nuqs/server";
import { PageHeader } from "#components/frame/page-header.tsx";
import { AddResource } from "#components/learn/add-resource.tsx";
import { HiddenResources } from "#components/learn/hidden-resources.tsx";
import { LearnBody } from "#components/learn/learn-body.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readLearn } from "#lib/views/learn.ts";

interface LearnPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "Learn" };

// A form that is sent without scripts says of each choice that it was not made.
const choice = createParser({ parse: (value) => (value === "" ? null : value), serialize: String });
const loadQuery = createLoader({
  team: choice,
  q: parseAsString.withDefault(""),
  theme: choice,
  level: choice,
  kind: choice,
});

export default async function LearnPage({ params, searchParams }: LearnPageProps) {
  const { organization } = await params;
  const { team, q: text, ...choices } = await loadQuery(searchParams);
  const view = await readLearn(await currentReadContext(), organization, team);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        title={view.team === null ? "Learn" : `Learn, for ${view.team.name}`}
        sentence={view.sentence}
        actions={
          <>
            <HiddenResources slug={organization} hidden={view.hidden} />
            <AddResource slug={organization} checks={view.checks} />
          </>
        }
      />
      <LearnBody view={view} filter={{ text, ...choices }} parameters={await searchParams} />
    </>
  );
}
