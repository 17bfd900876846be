"use client";

import Link from "next/link";
import { lazy, type MouseEvent, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { searchHref } from "#lib/views/hrefs.ts";

// Nobody pays for the palette before it is opened.
const SearchPalette = lazy(async () => ({ default: (await import("./search-palette.tsx")).SearchPalette }));

export interface SearchLauncherProps {
  readonly slug: string;
  /** The picture in front of the word. */
  readonly mark: ReactNode;
  /** Names the keys, Ctrl K and ⌘ K, beside the word. */
  readonly hasShortcut?: boolean;
}

/** SearchLauncher opens the search palette over any page; without scripts it is a link to the search page. */
export function SearchLauncher({ slug, mark, hasShortcut = false }: SearchLauncherProps) {
  const [isOpen, setIsOpen] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      // Of a page's two launchers the window shows one; what opened inside the other would not be seen.
      if (link.current?.checkVisibility()) setIsOpen(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const open = (event: MouseEvent) => {
    // A new tab, asked for with the usual keys, is the page's.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setIsOpen(true);
  };

  return (
    <>
      <Link
        ref={link}
        href={searchHref(slug)}
        onClick={open}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-9 items-center gap-2.5 rounded-md border border-input bg-card px-2.5 text-muted-foreground hover:text-foreground"
      >
        {mark}
        <span className="max-sm:sr-only">Search</span>
        {hasShortcut ? (
          <kbd className="needs-scripts ml-auto font-sans text-small" aria-hidden>
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
