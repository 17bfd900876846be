"use client";

import { useEffect, useState } from "react";

const confirmMilliseconds = 1_600;

/**
 * CopyLayer puts on the clipboard what the pressed `CopyButton` names, and has the button say so for a moment, or that
 * the browser did not allow it. One layer serves the page: a repository has a button for each finding.
 */
export function CopyLayer() {
  const [said, setSaid] = useState("");

  useEffect(() => {
    let fallSilent = () => {};

    function say(button: HTMLElement, words: string, isCopied: boolean) {
      fallSilent();
      const name = button.ariaLabel;
      button.ariaLabel = words;
      button.toggleAttribute("data-copied", isCopied);
      setSaid(words);
      fallSilent = () => {
        clearTimeout(timer);
        button.ariaLabel = name;
        button.removeAttribute("data-copied");
        setSaid("");
        fallSilent = () => {};
      };
      const timer = setTimeout(() => fallSilent(), confirmMilliseconds);
    }

    async function copy(event: MouseEvent) {
      const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
      if (!(button instanceof HTMLElement)) return;
      const { copy: text = "", copyAddress } = button.dataset;
      try {
        await navigator.clipboard.writeText(
          copyAddress === undefined ? text : new URL(text, window.location.href).href,
        );
        say(button, "Copied", true);
      } catch {
        say(button, "The browser did not allow copying", false);
      }
    }

    document.addEventListener("click", copy);
    return () => {
      document.removeEventListener("click", copy);
      fallSilent();
    };
  }, []);

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
