"use client";

import Link from "next/link";
import { lazy, type MouseEvent, type ReactNode, Suspense, useEffect, useState } from "react";
import { searchHref } from "#lib/views/hrefs.ts";

// Nobody pays for the palette before it is opened.
const SearchPalette = lazy(async () => ({ default: (await import("./search-palette.tsx")).SearchPalette }));

export interface SearchLauncherProps {
  readonly slug: string;
  /** The picture in front of the word. */
  readonly mark: ReactNode;
  /** One of the launchers of a page listens for Ctrl K and ⌘ K. */
  readonly hasShortcut?: boolean;
}

/** SearchLauncher opens the search palette over any page; without scripts it is a link to the search page. */
export function SearchLauncher({ slug, mark, hasShortcut = false }: SearchLauncherProps) {
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    if (!hasShortcut) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setIsOpen(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [hasShortcut]);

  const open = (event: MouseEvent) => {
    // A new tab, asked for with the usual keys, is the page's.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setIsOpen(true);
  };

  return (
    <>
      <Link
        href={searchHref(slug)}
        onClick={open}
        aria-keyshortcuts={hasShortcut ? "Control+K Meta+K" : undefined}
        className="flex h-9 items-center gap-2.5 rounded-md border border-input bg-card px-2.5 text-muted-foreground hover:text-foreground"
      >
        {mark}
        <span className="max-sm:sr-only">Search</span>
        {hasShortcut ? (
          <kbd className="ml-auto font-sans text-small" aria-hidden>
            Ctrl K
          </kbd>
        ) : null}
      </Link>
      {isOpen ? (
        <Suspense>
          <SearchPalette slug={slug} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
