import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Revision } from "#components/ui/revision.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatDay } from "#lib/format/format.ts";
import type { RepositoryView } from "#lib/views/repository.ts";
import type { TimelineItem } from "#lib/views/repository-parts.ts";

// The first screen of a long life; the rest opens.
const itemsAtFirst = 8;

/** Timeline is the life of a repository, the newest first: its flakes, their inputs, and what became of itself. */
export function Timeline({ adoption, timeline }: Pick<RepositoryView, "adoption" | "timeline">) {
  const rest = timeline.slice(itemsAtFirst);
  return (
    <SectionCard title="Timeline" note={<Adoption adoption={adoption} />}>
      {timeline.length === 0 ? (
        <p className="text-muted-foreground">It has not been read yet.</p>
      ) : (
        <Items items={timeline.slice(0, itemsAtFirst)} />
      )}
      {rest.length === 0 ? null : (
        <details className="mt-3 border-t pt-3">
          <summary className="text-muted-foreground">{rest.length} earlier</summary>
          <div className="mt-3">
            <Items items={rest} />
          </div>
        </details>
      )}
    </SectionCard>
  );
}

function Adoption({ adoption }: Pick<RepositoryView, "adoption">) {
  if (adoption === null) return "It never had a flake, as far as is known.";
  const { at, isExact, origin } = adoption;
  return (
    <>
      It adopted flakes {isExact ? "on" : "by"} {formatDay(at)}
      {isExact ? "" : " at the latest"}
      {origin === "backfilled" ? ", as its git history tells" : ""}.
    </>
  );
}

function Items({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="flex flex-col gap-2.5">
      {items.map(({ at, changes, commit, isBackfilled }) => (
        <li
          key={`${at} ${commit?.revision} ${changes.join()}`}
          className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[8rem_minmax(0,1fr)_auto]"
        >
          <RelativeTime instant={at} className="text-muted-foreground" />
          <span className="[overflow-wrap:anywhere]">{changes.join(". ")}</span>
          <span className="flex items-center gap-2">
            {isBackfilled ? <Badge data-hint="Read from git, before the first scan">history</Badge> : null}
            {commit === null ? null : <Revision revision={commit.revision} href={commit.href} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
