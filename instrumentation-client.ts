import { announcePageAsked } from "#components/frame/page-asked.ts";

/** Next calls this in the browser when it sets out for another address, by a link or by the application itself. */
export function onRouterTransitionStart(address: string, kind: "push" | "replace" | "traverse"): void {
  // Going back is answered from memory, and the browser has the old place on the page in mind.
  if (kind !== "traverse") announcePageAsked(address);
}
