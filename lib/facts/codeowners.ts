/** codeownersPaths are the places where GitHub looks for CODEOWNERS, in its order; the first that exists counts. */
export const codeownersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"] as const;

/** CatchAllOwners is who owns everything that no other rule claims: the last rule whose pattern matches every file. */
export interface CatchAllOwners {
  /** 1-based. */
  readonly line: number;
  /** As written: `@user`, `@org/team`, an e-mail address. Empty when the rule takes ownership away. */
  readonly owners: readonly string[];
}

const catchAllPatterns: readonly string[] = ["*", "**", "/**", "**/*", "/**/*"];

/**
 * catchAllOwners finds the `*` rule of a CODEOWNERS file. As on GitHub the last one wins, a rule without owners
 * removes ownership, and what follows a `#` is a comment.
 *
 * @returns undefined when no rule matches every file.
 */
export function catchAllOwners(text: string): CatchAllOwners | undefined {
  let found: CatchAllOwners | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [pattern, ...owners] = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (pattern !== undefined && catchAllPatterns.includes(pattern)) found = { line: index + 1, owners };
  }
  return found;
}
