import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";

/** AddressChanges are parameters to write; null takes one away, and those that are not named stay. */
export type AddressChanges = Readonly<Record<string, string | null>>;

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** useAddress is the parameters of the address: as the page was asked for, and then as `writeAddress` leaves them. */
export function useAddress(): URLSearchParams {
  // A navigation changes these, and so has the address read again.
  const asked = useSearchParams();
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => asked.toString(),
  );
  return new URLSearchParams(search);
}

/** writeAddress changes parameters at once, without asking the server and without a step to go back to. */
export function writeAddress(changes: AddressChanges): void {
  window.history.replaceState(null, "", `${changedSearch(window.location.search, changes)}${window.location.hash}`);
  for (const listener of listeners) listener();
}

/** changedSearch is the `?…` of an address with some of its parameters changed. */
export function changedSearch(search: string, changes: AddressChanges): string {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  return `?${parameters}`;
}
