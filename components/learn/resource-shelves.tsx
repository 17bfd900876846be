import Link from "next/link";
import { ThemeLabel } from "#components/finding/theme-label.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkArea } from "#components/ui/link-area.tsx";
import { type PageParameters, searchWith } from "#components/ui/table-query.ts";
import { formatCount } from "#lib/format/format.ts";
import { themeNames } from "#lib/model/finding.ts";
import type { LearnView } from "#lib/views/learn.ts";
import { filterResources, type ResourceFilter, type Shelf, shelve, shortened } from "./filter-resources.ts";
import { LearnToolbar } from "./learn-toolbar.tsx";
import { ResourceEntry, type ResourcePlace } from "./resource-entry.tsx";
import { resourceLevelNames, themeQuestions } from "./resource-words.ts";

export interface ResourceShelvesProps {
  readonly view: LearnView;
  readonly filter: ResourceFilter;
  /** The parameters of the page's address, in which the filter stands. */
  readonly parameters: PageParameters;
}

/** ResourceShelves are all resources by theme and level, the most needed first, as far as the reader asks for them. */
export function ResourceShelves({ view, filter, parameters }: ResourceShelvesProps) {
  const checks = new Map(view.checks.map((check) => [check.id, check]));
  const titles = new Map(view.checks.map(({ id, title }) => [id, title]));
  const resources = filterResources(view.resources, titles, filter);
  const isAsked = filter.text !== "" || filter.theme !== null || filter.level !== null || filter.kind !== null;
  return (
    <section aria-labelledby="all-resources" className="flex flex-col gap-5">
      <h2 id="all-resources" className="sr-only">
        All resources
      </h2>
      <LearnToolbar view={view} filter={filter} count={resources.length} />
      {resources.length === 0 ? (
        <div className="rounded-md border bg-card">
          {view.resources.length === 0 ? (
            <EmptyState title="Resources will stand here, by theme and level.">
              All that come with Flakeboard are hidden. Show some again, or add your own.
            </EmptyState>
          ) : (
            <EmptyState title="No resource fits." action={<ClearFilters parameters={parameters} />} />
          )}
        </div>
      ) : (
        <LinkArea>
          {shelve(resources).map((shelf) => (
            <ThemeShelf
              key={shelf.theme}
              {...(isAsked ? { shelf, left: 0 } : shortened(shelf))}
              place={{ slug: view.organization.slug, team: view.team?.slug ?? null, checks }}
              allHref={searchWith(parameters, { theme: shelf.theme })}
            />
          ))}
        </LinkArea>
      )}
    </section>
  );
}

function ClearFilters({ parameters }: { readonly parameters: PageParameters }) {
  return (
    <Button asChild>
      <Link href={searchWith(parameters, { q: null, theme: null, level: null, kind: null })} scroll={false}>
        Clear filters
      </Link>
    </Button>
  );
}

interface ThemeShelfProps {
  readonly shelf: Shelf;
  /** Resources of the theme that are not shown. */
  readonly left: number;
  readonly place: ResourcePlace;
  /** Shows all of the theme. */
  readonly allHref: string;
}

function ThemeShelf({ shelf, left, place, allHref }: ThemeShelfProps) {
  return (
    <section
      aria-labelledby={`shelf-${shelf.theme}`}
      className="min-w-0 rounded-md border bg-card print:break-inside-auto!"
    >
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
              <li key={resource.id} className="min-w-0 print:break-inside-avoid">
                <ResourceEntry place={place} resource={resource} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {left > 0 ? (
        <div className="border-t p-2 text-center print:hidden">
          <Button asChild variant="quiet" size="small">
            <Link href={allHref} prefetch={false} scroll={false}>
              {formatCount(left, "more resource", "more resources")} on {themeNames[shelf.theme]}
            </Link>
          </Button>
        </div>
      ) : null}
    </section>
  );
}
