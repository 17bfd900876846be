const eventName = "flakeboard:page-asked";

/** announcePageAsked tells the frame that the browser sets out for another address of this site. */
export function announcePageAsked(address: string): void {
  window.dispatchEvent(new CustomEvent(eventName, { detail: address }));
}

/**
 * onPageAsked calls back with each address that the browser sets out for, within the transition that leads there.
 *
 * @returns what ends it.
 */
export function onPageAsked(call: (address: URL) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent) call(new URL(String(event.detail), window.location.href));
  };
  window.addEventListener(eventName, listen);
  return () => window.removeEventListener(eventName, listen);
}
