import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Revision } from "#components/ui/revision.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { TimelineItem } from "#lib/views/repository-parts.ts";

/** Timeline lists the commits at which the repository was read, newest first. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <SectionCard title="Timeline" note="The commits at which it was read.">
      {items.length === 0 ? (
        <p className="text-muted-foreground">It has not been read yet.</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {items.map((item) => (
            <li key={`${item.commit} ${item.from}`} className="flex flex-wrap items-center gap-x-3">
              <Revision revision={item.commit} href={item.href} />
              <span className="text-muted-foreground">
                {item.to === null ? "current since " : ""}
                <RelativeTime instant={item.from} />
              </span>
              {item.isBackfilled ? <Badge>from git history</Badge> : null}
            </li>
          ))}
        </ol>
      )}
    </SectionCard>
  );
}
