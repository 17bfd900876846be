"use client";

import { useSyncExternalStore } from "react";
import { formatUtc } from "#lib/format/format.ts";
import type { Instant } from "#lib/model/instant.ts";

const never = () => () => {};

/** LocalTime is a moment in UTC and, once the browser can say it, in the reader's own time zone. */
export function LocalTime({ instant }: { readonly instant: Instant }) {
  const local = useSyncExternalStore(
    never,
    () => new Date(instant).toLocaleString("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit" }),
    () => null,
  );
  return (
    <time dateTime={instant}>
      {formatUtc(instant)}
      {local === null ? null : <span className="text-muted-foreground"> · {local} here</span>}
    </time>
  );
}
