import { useSyncExternalStore } from "react";

// What the style sheet calls `max-sm`.
const narrowScreen = "(width < 40rem)";

/** isNarrowScreen says whether the window is as narrow as a phone. */
export function isNarrowScreen(): boolean {
  return window.matchMedia(narrowScreen).matches;
}

/** onNarrowScreen calls back whenever the window becomes narrow or wide, until what it returns is called. */
export function onNarrowScreen(callback: () => void): () => void {
  const query = window.matchMedia(narrowScreen);
  query.addEventListener("change", callback);
  return () => query.removeEventListener("change", callback);
}

/** useNarrowScreen is `isNarrowScreen` as it changes; no on the server, and until the scripts are there. */
export function useNarrowScreen(): boolean {
  return useSyncExternalStore(onNarrowScreen, isNarrowScreen, () => false);
}
