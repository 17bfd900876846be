import { FlakeRefError } from "./flake-ref-error.ts";

const commitHash = /^[0-9a-fA-F]{40}$/;
// The three ways in which Nix writes a SHA-1: base 16, its own base 32, base 64; the algorithm may stand in front.
const sha1 =
  /^(?:(?:sha1:)?(?:[0-9a-fA-F]{40}|[0-9abcdfghijklmnpqrsvwxyz]{32}|[A-Za-z0-9+/]{27}=)|sha1-[A-Za-z0-9+/]{27}=)$/;

/** isCommitHash tells whether a path segment is a Git revision: 40 hexadecimal digits. */
export function isCommitHash(text: string): boolean {
  return commitHash.test(text);
}

/** checkRevision refuses a `rev` that is no SHA-1 in any of Nix's spellings. */
export function checkRevision(rev: string): void {
  if (!sha1.test(rev)) throw new FlakeRefError(`'${rev}' is not a commit hash`);
}

/**
 * formatRevision gives a revision as Nix prints it in a URL: lower case hexadecimal, SHA-1 or SHA-256.
 * Base 32 and base 64 are refused: no lock and no URL of today has them.
 */
export function formatRevision(rev: string): string {
  if (!/^(?:[0-9a-fA-F]{40}|[0-9a-fA-F]{64})$/.test(rev)) throw new FlakeRefError(`'${rev}' is not a commit hash`);
  return rev.toLowerCase();
}
