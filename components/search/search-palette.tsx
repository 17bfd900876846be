"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { QueryScope } from "#components/scan/query-scope.tsx";
import { queryLengthMax } from "#lib/views/search/query-length.ts";
import { FoundList, optionId } from "./found-list.tsx";
import { useSearch } from "./search.query.ts";

export interface SearchPaletteProps {
  readonly slug: string;
  readonly onClose: () => void;
}

/** SearchPalette searches over the page: one types, goes through the hits with the arrow keys, and opens one with Enter. */
export function SearchPalette(props: SearchPaletteProps) {
  return (
    <QueryScope>
      <PaletteDialog {...props} />
    </QueryScope>
  );
}

const listId = "search-found";

function PaletteDialog({ slug, onClose }: SearchPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { data, isError } = useSearch(slug, text);
  const hits = data?.groups.flatMap((group) => group.hits) ?? [];
  const chosen = Math.min(active, Math.max(0, hits.length - 1));

  useEffect(() => dialog.current?.showModal(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      const next = (chosen + step + hits.length) % hits.length;
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      document.getElementById(optionId(chosen))?.click();
    }
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog, by the browser; the click is for what lies outside
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className="appear mx-auto mt-4 mb-auto w-[calc(100vw-2rem)] max-w-xl rounded-md border bg-popover p-0 text-body text-foreground shadow-md backdrop:bg-background/75 sm:mt-24"
    >
      <input
        role="combobox"
        aria-label="Search repositories, teams, inputs, checks, resources and pages"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? optionId(chosen) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={queryLengthMax}
        placeholder="Repository, team, input, check, resource …"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="h-12 w-full border-b bg-transparent px-4 text-lead outline-none placeholder:text-muted-foreground"
      />
      <div className="h-[min(26rem,calc(100dvh-8rem))] overflow-y-auto p-2">
        {isError ? (
          <p className="p-2">The search could not be asked. Try again in a moment.</p>
        ) : (
          <FoundList id={listId} answer={data} active={chosen} onChoose={() => dialog.current?.close()} />
        )}
      </div>
    </dialog>
  );
}
