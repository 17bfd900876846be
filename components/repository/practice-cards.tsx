import { Badge } from "#components/ui/badge.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { unknownReasonWords } from "#lib/model/observed.ts";
import type { PracticeCard, PracticeGroup, PracticeItem } from "#lib/views/practices/practice.ts";
import { EvidencePlace } from "./evidence-place.tsx";

// A list of twenty pinned actions is looked up, not read.
const itemsAtFirst = 5;

/** PracticeCards are what a repository has of each practice, each thing with its place. */
export function PracticeCards({ cards }: { readonly cards: readonly PracticeCard[] }) {
  return (
    <section
      aria-label="What it has"
      className="gap-5 md:columns-2 xl:columns-3 [&>section]:mb-5 [&>section]:break-inside-avoid"
    >
      {cards.map((card) => (
        <SectionCard key={card.id} title={card.title}>
          <div className="flex flex-col gap-3">
            {card.groups.map((group) => (
              <Group key={group.title} group={group} />
            ))}
          </div>
        </SectionCard>
      ))}
    </section>
  );
}

function Group({ group: { title, none, items } }: { readonly group: PracticeGroup }) {
  if (items.known && items.value.length === 0) return <p className="text-muted-foreground">{none}</p>;
  if (!items.known) {
    return (
      <div>
        <GroupTitle title={title} />
        <p className="flex items-stretch gap-2">
          <span aria-hidden className="hatched w-1.5 shrink-0 rounded-md" />
          Unknown: {unknownReasonWords[items.reason]}.
        </p>
      </div>
    );
  }
  const [shown, rest] = [items.value.slice(0, itemsAtFirst), items.value.slice(itemsAtFirst)];
  return (
    <div>
      <GroupTitle title={title} />
      <Items items={shown} />
      {rest.length === 0 ? null : (
        <details className="mt-1.5">
          <summary className="text-muted-foreground text-small">{rest.length} more</summary>
          <Items items={rest} />
        </details>
      )}
    </div>
  );
}

function GroupTitle({ title }: { readonly title: string }) {
  return <h3 className="mb-1 font-medium text-muted-foreground text-small">{title}</h3>;
}

function Items({ items }: { readonly items: readonly PracticeItem[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {items.map(({ name, notes, evidence }) => (
        <li key={`${name} ${evidence?.path}:${evidence?.line}`}>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className="font-medium [overflow-wrap:anywhere]">
              <Prose text={name} />
            </span>
            {notes.map((note) => (
              <Badge key={note} className="max-w-full whitespace-normal! [overflow-wrap:anywhere]">
                {note}
              </Badge>
            ))}
          </span>
          {evidence === null || evidence.path === name ? null : <EvidencePlace evidence={evidence} />}
        </li>
      ))}
    </ul>
  );
}
