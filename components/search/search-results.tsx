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
        <Group key={group.id} group={group} query={query} />
      ))}
    </div>
  );
}

function Group({ group: { id, label, hits, total }, query }: { readonly group: SearchGroup; readonly query: string }) {
  return (
    <section aria-labelledby={`found-${id}`}>
      <h2 id={`found-${id}`} className="mb-2 font-semibold text-lead">
        {label} <span className="font-normal text-muted-foreground text-small tabular-nums">{total}</span>
      </h2>
      <ul className="grid overflow-hidden rounded-md border bg-card xl:grid-cols-2">
        {hits.map(({ title, detail, href }) => (
          <li key={href} className="-mt-px border-t">
            <Link
              href={href}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2 -outline-offset-2 hover:bg-muted"
            >
              <span className="font-medium [overflow-wrap:anywhere]">
                <MatchedWords text={title} query={query} />
              </span>
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

/** What was searched for stands out where a title holds it as it was written. */
function MatchedWords({ text, query }: { readonly text: string; readonly query: string }) {
  const at = text.toLowerCase().indexOf(query.trim().toLowerCase());
  const end = at + query.trim().length;
  if (at < 0 || end === at) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className="bg-primary/16 text-inherit">{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}
