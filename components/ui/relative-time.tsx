"use client";

import { useSyncExternalStore } from "react";
import { formatRelative, formatUtc } from "#lib/format/format.ts";
import type { Instant } from "#lib/model/instant.ts";

const tickMs = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let nowMs = Date.now();

// One clock for the whole page; it stands still while nothing shows a time.
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const each of listeners) each();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

export interface RelativeTimeProps {
  readonly instant: Instant;
  readonly className?: string;
}

/**
 * RelativeTime says `12 days ago`, and the UTC moment on hover and focus. The server's words and the browser's may
 * differ by the seconds between them; that one text is exempt from the hydration check, and the clock sets it right.
 */
export function RelativeTime({ instant, className }: RelativeTimeProps) {
  const now = useSyncExternalStore(
    subscribe,
    () => nowMs,
    () => Date.now(),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the UTC moment must be reachable by keyboard
    <time dateTime={instant} data-hint={formatUtc(instant)} tabIndex={0} className={className} suppressHydrationWarning>
      {formatRelative(instant, now)}
    </time>
  );
}
