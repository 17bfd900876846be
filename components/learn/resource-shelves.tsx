"use client";

import { useMemo } from "react";
import { ThemeLabel } from "#components/finding/theme-label.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCount } from "#lib/format/format.ts";
import { themeNames } from "#lib/model/finding.ts";
import type { LearnView } from "#lib/views/learn.ts";
import { filterResources, type Shelf, shelve, shortened } from "./filter-resources.ts";
import { LearnToolbar, useLearnFilter } from "./learn-toolbar.tsx";
import { ResourceEntry, type ResourcePlace } from "./resource-entry.tsx";
import { resourceLevelNames, themeQuestions } from "./resource-words.ts";

/** ResourceShelves are all resources by theme and level, the most needed first, as far as the reader asks for them. */
export function ResourceShelves({ view }: { readonly view: LearnView }) {
  const { filter, setFilter, clear } = useLearnFilter();
  const checks = useMemo(() => new Map(view.checks.map((check) => [check.id, check])), [view.checks]);
  const titles = useMemo(() => new Map(view.checks.map(({ id, title }) => [id, title])), [view.checks]);
  const resources = filterResources(view.resources, titles, filter);
  const isAsked = filter.text !== "" || filter.theme !== null || filter.level !== null || filter.kind !== null;
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
        shelve(resources).map((shelf) => (
          <ThemeShelf
            key={shelf.theme}
            {...(isAsked ? { shelf, left: 0 } : shortened(shelf))}
            place={{ slug: view.organization.slug, team: view.team?.slug ?? null, checks }}
            onAll={() => setFilter({ theme: shelf.theme })}
          />
        ))
      )}
    </section>
  );
}

interface ThemeShelfProps {
  readonly shelf: Shelf;
  /** Resources of the theme that are not shown. */
  readonly left: number;
  readonly place: ResourcePlace;
  /** Shows all of the theme. */
  readonly onAll: () => void;
}

function ThemeShelf({ shelf, left, place, onAll }: ThemeShelfProps) {
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
                <ResourceEntry place={place} resource={resource} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {left > 0 ? (
        <div className="border-t p-2 text-center print:hidden">
          <Button variant="quiet" size="small" onClick={onAll}>
            {formatCount(left, "more resource", "more resources")} on {themeNames[shelf.theme]}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
