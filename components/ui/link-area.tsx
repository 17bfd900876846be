"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/**
 * LinkArea follows the plain links inside it as `next/link` does, without loading the page anew. One for a whole table
 * costs the server and the browser what a single `Link` does, where a `Link` in each cell costs it hundreds of times.
 */
export function LinkArea({ children }: { readonly children: ReactNode }) {
  const router = useRouter();

  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    // A new tab or window, asked for with the usual keys, a file and another site are the browser's.
    const isOther = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (link === null || isOther || event.defaultPrevented || link.target !== "" || link.hasAttribute("download"))
      return;
    if (link.origin !== window.location.origin) return;
    event.preventDefault();
    router.push(`${link.pathname}${link.search}${link.hash}`);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed, with keys as well
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div className="contents" onClick={follow}>
      {children}
    </div>
  );
}
