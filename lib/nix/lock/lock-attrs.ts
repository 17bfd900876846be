import type { LockAttrs } from "./lock-file.ts";

/** stringAttr gives an attribute of a lock node when it is there and is text, else null. */
export function stringAttr(attrs: LockAttrs | null, name: string): string | null {
  const value = attrs !== null && Object.hasOwn(attrs, name) ? attrs[name] : undefined;
  return typeof value === "string" ? value : null;
}

/**
 * lastModifiedSeconds is when the locked source was made (commit time for Git and forges), in Unix seconds.
 * Null when the lock does not say, as for plain files. Source: nix.dev manual, nix3-flake, "Lock files".
 */
export function lastModifiedSeconds(locked: LockAttrs | null): number | null {
  const value = locked !== null && Object.hasOwn(locked, "lastModified") ? locked.lastModified : undefined;
  return typeof value === "number" ? value : null;
}
