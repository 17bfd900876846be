"use client";

import { type ReactNode, useEffect, useReducer, useRef, useState, useTransition } from "react";
import { onPageAsked } from "./page-asked.ts";
import { type PageShape, shapeOfNext } from "./page-shape.ts";

// A page that comes sooner would only flash its outline.
const patienceMilliseconds = 250;

export interface ComingPageProps {
  /** The outlines of pages, drawn on the server. */
  readonly outlines: Readonly<Record<PageShape, ReactNode>>;
  /** The page that is open. */
  readonly children: ReactNode;
}

/**
 * ComingPage stands around the page that is open. Where the next one takes its time, it gives way to the outline of what
 * comes, in the same place; where only other rows or days are asked for, what is shown stays, dimmed.
 */
export function ComingPage({ outlines, children }: ComingPageProps) {
  const [isAsking, startTransition] = useTransition();
  const [, arrive] = useReducer((arrivals: number) => arrivals + 1, 0);
  const next = useRef("");
  const [waiting, setWaiting] = useState<{ readonly shape: PageShape | null } | null>(null);

  useEffect(
    () =>
      onPageAsked(({ pathname }) => {
        next.current = pathname;
        // It begins within the transition to the next page, and so ends with it, wherever it leads.
        startTransition(arrive);
      }),
    [],
  );

  useEffect(() => {
    if (!isAsking) return;
    const timer = setTimeout(() => {
      const shape = shapeOfNext(next.current, window.location.pathname);
      if (shape !== null) window.scrollTo(0, 0);
      setWaiting({ shape });
    }, patienceMilliseconds);
    return () => {
      clearTimeout(timer);
      setWaiting(null);
    };
  }, [isAsking]);

  const isWaiting = isAsking && waiting !== null;
  const shape = isWaiting ? waiting.shape : null;
  return (
    <>
      <p role="status" className="sr-only">
        {isWaiting ? "Loading" : ""}
      </p>
      {shape === null ? null : outlines[shape]}
      <div aria-busy={isWaiting} className={shape === null ? "contents dims-while-busy" : "hidden"}>
        {children}
      </div>
    </>
  );
}
