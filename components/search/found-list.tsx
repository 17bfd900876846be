"use client";

import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import type { SearchHit } from "#lib/views/search/search-kind.ts";
import type { SearchAnswer } from "./search.query.ts";

export interface FoundListProps {
  readonly id: string;
  /** Undefined until the first answer. */
  readonly answer: SearchAnswer | undefined;
  /** Which of all hits is marked. */
  readonly active: number;
  readonly onChoose: () => void;
}

/** optionId is the element of a hit, by its place among all. */
export function optionId(index: number): string {
  return `search-hit-${index}`;
}

/** FoundList is the list that a search box controls: hits under the names of their kinds. */
export function FoundList({ id, answer, active, onChoose }: FoundListProps) {
  if (answer !== undefined && answer.groups.length === 0) {
    return <p className="p-2 text-muted-foreground">Nothing is called “{answer.query}”.</p>;
  }
  let index = 0;
  return (
    <div id={id} role="listbox" aria-label="Found">
      {answer?.groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is none inside a listbox
        <div key={group.id} role="group" aria-label={group.label} className="pb-2">
          <p aria-hidden className="px-2 py-1 font-medium text-muted-foreground text-small">
            {group.label}
          </p>
          {group.hits.map((hit) => {
            const at = index++;
            return <Option key={hit.href} hit={hit} at={at} isActive={at === active} onChoose={onChoose} />;
          })}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly hit: SearchHit;
  readonly at: number;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function Option({ hit: { title, detail, href }, at, isActive, onChoose }: OptionProps) {
  return (
    <Link
      id={optionId(at)}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      href={href}
      prefetch={false}
      onClick={onChoose}
      className={cn(
        "flex min-w-0 items-baseline gap-3 rounded-md px-2 py-1.5 hover:bg-muted",
        isActive && "bg-muted shadow-[inset_2px_0_0_0_var(--primary)]",
      )}
    >
      <span className="shrink-0 font-medium">{title}</span>
      {detail === null ? null : <span className="truncate text-muted-foreground text-small">{detail}</span>}
    </Link>
  );
}
