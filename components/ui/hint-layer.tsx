"use client";

import { useEffect, useId, useState } from "react";
import { formatUtc } from "#lib/format/format.ts";

interface Hint {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly isBelow: boolean;
}

const edgePixels = 8;
const widthPixels = 260;

/**
 * HintLayer shows the words of `data-hint` beside whatever carries it, on hover and on keyboard focus, until the pointer
 * leaves or Escape is pressed (WCAG 1.4.13). Where the hint is left empty it shows the `aria-label`, or the moment of a
 * `time`. One layer serves the page, so that a table of a thousand moments costs no more than one.
 */
export function HintLayer() {
  const id = useId();
  const [hint, setHint] = useState<Hint | null>(null);

  useEffect(() => {
    let owner: Element | null = null;
    const hide = () => {
      owner?.removeAttribute("aria-describedby");
      owner = null;
      setHint(null);
    };
    const show = (event: Event) => {
      const element = event.target instanceof Element ? event.target.closest("[data-hint]") : null;
      if (element === owner) return;
      hide();
      const text = element === null ? "" : hintOf(element);
      if (element === null || text === "") return;
      if (event.type === "focusin" && !element.matches(":focus-visible")) return;
      const box = element.getBoundingClientRect();
      const middle = box.left + box.width / 2;
      const half = Math.min(widthPixels, text.length * 7 + 20) / 2;
      const isBelow = box.top < 48;
      owner = element;
      // An accessible name may already say the same; then a description would only repeat it.
      if (element.getAttribute("aria-label") !== text) element.setAttribute("aria-describedby", id);
      setHint({
        text,
        left: Math.min(Math.max(middle, half + edgePixels), window.innerWidth - half - edgePixels),
        top: isBelow ? box.bottom + 6 : box.top - 6,
        isBelow,
      });
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") hide();
    };
    document.addEventListener("pointerover", show);
    document.addEventListener("focusin", show);
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", onKey);
    window.addEventListener("scroll", hide, { passive: true, capture: true });
    return () => {
      document.removeEventListener("pointerover", show);
      document.removeEventListener("focusin", show);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("keydown", onKey);
      window.removeEventListener("scroll", hide, { capture: true });
    };
  }, [id]);

  return (
    <div
      id={id}
      role="tooltip"
      hidden={hint === null}
      className="appear pointer-events-none fixed z-50 w-max max-w-65 rounded-md bg-foreground px-2 py-1 text-background text-small shadow-md print:hidden"
      style={
        hint === null
          ? undefined
          : { left: hint.left, top: hint.top, transform: `translate(-50%, ${hint.isBelow ? "0" : "-100%"})` }
      }
    >
      {hint?.text}
    </div>
  );
}

function hintOf(element: Element): string {
  if (element instanceof HTMLTimeElement) return `${formatUtc(element.dateTime)}${localWords(element.dateTime)}`;
  return element.getAttribute("data-hint") || element.getAttribute("aria-label") || "";
}

/** A moment's hint is in UTC; a reader of another time zone gets their own clock beside it. */
function localWords(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime()) || moment.getTimezoneOffset() === 0) return "";
  return ` · ${moment.toLocaleString("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit" })} here`;
}
