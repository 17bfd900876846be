"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { formatRelative, formatUtc } from "#lib/format/format.ts";

const tickMilliseconds = 30_000;

/**
 * ClockLayer keeps the words of every `RelativeTime` right, on each page that is come to and as time passes. One layer
 * serves the page, so that a table of a thousand moments has one clock.
 */
export function ClockLayer() {
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has other moments, and one that was left earlier has old words
  useEffect(() => {
    setClocks();
    const timer = setInterval(setClocks, tickMilliseconds);
    window.addEventListener("beforeprint", writeMoments);
    return () => {
      clearInterval(timer);
      window.removeEventListener("beforeprint", writeMoments);
    };
  }, [pathname]);

  return null;
}

/** On paper nothing is hovered: the style sheet prints the moment behind the words. */
function writeMoments() {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    time.dataset.printed = formatUtc(time.dateTime);
  }
}

function setClocks() {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    const words = formatRelative(time.dateTime, Date.now());
    // The text that React wrote is changed and stays, so that React finds it where it left it.
    if (time.firstChild instanceof Text && time.firstChild.data !== words) time.firstChild.data = words;
  }
}
