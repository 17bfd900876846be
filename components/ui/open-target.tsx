"use client";

import { useEffect } from "react";

/** OpenTarget opens what the fragment of the address names, and what it stands in, wherever on the page that is. */
export function OpenTarget() {
  useEffect(() => {
    openTarget();
    window.addEventListener("hashchange", openTarget);
    return () => window.removeEventListener("hashchange", openTarget);
  }, []);
  return null;
}

function openTarget(): void {
  const fragment = window.location.hash.slice(1);
  const target = fragment === "" ? null : document.getElementById(fragment);
  if (target === null) return;
  for (let place = target.closest("details"); place !== null; place = place.parentElement?.closest("details") ?? null) {
    place.open = true;
  }
  target.scrollIntoView({ block: "center" });
  target.closest("details")?.querySelector("summary")?.focus({ preventScroll: true });
}
