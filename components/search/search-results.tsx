import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCount } from "#lib/format/format.ts";
import type { SearchGroup, SearchView } from "#lib/views/search/search.ts";

/** SearchResults lists what a search found, by kind. */
export function SearchResults({ query, groups }: Pick<SearchView, "query" | "groups">) {
  if (groups.length === 0) {
    return <EmptyState title={`Nothing is called “${query}”`}>Try a part of the name, or fewer words.</EmptyState>;
  }
  return (
    <div className="grid gap-8">
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { id, label, hits, total } }: { readonly group: SearchGroup }) {
  return (
    <section aria-labelledby={`found-${id}`}>
      <h2 id={`found-${id}`} className="mb-2 font-semibold text-lead">
        {label} <span className="font-normal text-muted-foreground text-small tabular-nums">{total}</span>
      </h2>
      <ul className="divide-y rounded-md border bg-card">
        {hits.map(({ title, detail, href }) => (
          <li key={href}>
            <Link href={href} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 hover:bg-muted">
              <span className="font-medium">{title}</span>
              {detail === null ? null : <span className="text-muted-foreground text-small">{detail}</span>}
            </Link>
          </li>
        ))}
      </ul>
      {total > hits.length ? (
        <p className="mt-2 text-muted-foreground text-small">
          {formatCount(total - hits.length, "more", "more")}: add a word to narrow them down.
        </p>
      ) : null}
    </section>
  );
}
