/**
 * Observed is a value that was read, or the reason why it could not be.
 * An unknown is never zero, never empty and never a pass: whoever reads one decides what to show.
 */
export type Observed<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly reason: UnknownReason };

/** UnknownReason names why a value is missing; `unknownReasonWords` puts each into words. */
export type UnknownReason =
  | "no-lock"
  | "no-lock-node"
  | "no-last-modified"
  | "in-the-future"
  | "unreadable"
  | "tree-truncated"
  | "not-read"
  | "not-asked"
  | "no-branch";

/** known wraps a value that was read. */
export function known<T>(value: T): Observed<T> {
  return { known: true, value };
}

/** unknown says why a value could not be read. */
export function unknown(reason: UnknownReason): Observed<never> {
  return { known: false, reason };
}

/** unknownReasonWords says each reason to a person, as the end of "unknown because …". */
export const unknownReasonWords = {
  "no-lock": "there is no flake.lock",
  "no-lock-node": "flake.lock has no node for it",
  "no-last-modified": "its lock node has no lastModified",
  "in-the-future": "its lastModified lies in the future",
  unreadable: "the file could not be read",
  "tree-truncated": "the repository has more files than could be listed",
  "not-read": "it has not been read yet",
  "not-asked": "its upstream was not asked",
  "no-branch": "it follows no branch",
} as const satisfies Record<UnknownReason, string>;
