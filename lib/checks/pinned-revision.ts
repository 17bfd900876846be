import type { FlakeRefAttributes } from "#lib/model/flake.ts";

const archivedRevision = /\/(?:archive|tarball|zipball|tar\.gz)\/([0-9a-f]{40})(?![0-9a-f])/;

/**
 * pinnedRevision is the commit that a reference names, or that the path of an archive does. A version of FlakeHub is a
 * range, even where it allows one release only.
 *
 * @returns undefined for a reference that an update can move.
 */
export function pinnedRevision({ rev, ref, url }: FlakeRefAttributes): string | undefined {
  if (typeof rev === "string") return rev;
  if (typeof ref === "string" && /^[0-9a-f]{40}$/.test(ref)) return ref;
  return typeof url === "string" ? archivedRevision.exec(url)?.[1] : undefined;
}
