"use client";

import { useSyncExternalStore } from "react";

const nothingChanges = () => () => undefined;

/** PageAddress is the address of a page as the reader's browser has it, for paper; without scripts only its path. */
export function PageAddress({ path }: { readonly path: string }) {
  const origin = useSyncExternalStore(
    nothingChanges,
    () => window.location.origin,
    () => "",
  );
  return <span className="break-all">{`${origin}${path}`}</span>;
}
