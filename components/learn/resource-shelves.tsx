"use client";

import { ThemeLabel } from "#components/finding/theme-label.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { LearnView } from "#lib/views/learn.ts";
import { filterResources, type Shelf, shelve } from "./filter-resources.ts";
import { LearnToolbar, useLearnFilter } from "./learn-toolbar.tsx";
import { ResourceEntry } from "./resource-entry.tsx";
import { resourceLevelNames, themeQuestions } from "./resource-words.ts";

/** ResourceShelves are all resources by theme and level, the most needed first, as far as the reader asks for them. */
export function ResourceShelves({ view }: { readonly view: LearnView }) {
  const { filter, setFilter, clear } = useLearnFilter();
  const resources = filterResources(view.resources, filter);
  return (
    <section aria-labelledby="all-resources" className="flex flex-col gap-5">
      <h2 id="all-resources" className="sr-only">
        All resources
      </h2>
      <LearnToolbar view={view} filter={filter} setFilter={setFilter} count={resources.length} />
      {resources.length === 0 ? (
        <div className="rounded-md border bg-card">
          {view.resources.length === 0 ? (
            <EmptyState title="Resources will stand here, by theme and level.">
              All that come with Flakeboard are hidden. Show some again, or add your own.
            </EmptyState>
          ) : (
            <EmptyState title="No resource fits." action={<Button onClick={clear}>Clear filters</Button>} />
          )}
        </div>
      ) : (
        shelve(resources).map((shelf) => <ThemeShelf key={shelf.theme} slug={view.organization.slug} shelf={shelf} />)
      )}
    </section>
  );
}

function ThemeShelf({ slug, shelf }: { readonly slug: string; readonly shelf: Shelf }) {
  return (
    <section aria-labelledby={`shelf-${shelf.theme}`} className="min-w-0 rounded-md border bg-card">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-5 py-4">
        <h3 id={`shelf-${shelf.theme}`} className="font-semibold">
          <ThemeLabel theme={shelf.theme} />
        </h3>
        <p className="text-muted-foreground text-small">{themeQuestions[shelf.theme]}</p>
      </header>
      {shelf.levels.map(({ level, resources }) => (
        <div key={level} className="grid gap-x-8 gap-y-3 border-t px-5 py-4 lg:grid-cols-[7rem_minmax(0,1fr)]">
          <p className="font-medium text-muted-foreground text-small leading-5">{resourceLevelNames[level]}</p>
          <ul className="grid gap-x-8 gap-y-6 md:grid-cols-2 xl:grid-cols-3">
            {resources.map((resource) => (
              <li key={resource.id} className="min-w-0">
                <ResourceEntry slug={slug} resource={resource} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
