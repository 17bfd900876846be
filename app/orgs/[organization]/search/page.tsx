import type { Metadata } from "next";
import Form from "next/form";
import { notFound } from "next/navigation";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { PageHeader } from "#components/frame/page-header.tsx";
import { SearchResults } from "#components/search/search-results.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { searchHref } from "#lib/views/hrefs.ts";
import { queryLengthMax } from "#lib/views/search/query-length.ts";
import { readSearch } from "#lib/views/search/search.ts";

interface SearchPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "Search" };

const loadQuery = createLoader({ q: parseAsString.withDefault("") });

// More of one kind than this is a reason to type another word, not to scroll.
const hitsMax = 20;

export default async function SearchPage({ params, searchParams }: SearchPageProps) {
  const { organization } = await params;
  const { q } = await loadQuery(searchParams);
  const view = await readSearch(await currentReadContext(), organization, q, hitsMax);
  if (view === null) notFound();
  return (
    <>
      <PageHeader title="Search" />
      <Form action={searchHref(organization)} className="mb-8 flex max-w-xl items-end gap-2">
        <div className="flex-1">
          <TextField
            label="Repository, team, input, check, resource or page"
            name="q"
            defaultValue={view.query}
            maxLength={queryLengthMax}
            key={view.query}
          />
        </div>
        <Button type="submit" size="small">
          Search
        </Button>
      </Form>
      <SearchResults query={view.query} groups={view.groups} />
    </>
  );
}
