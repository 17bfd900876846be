/**
 * isLegalRefName tells whether Git could have a branch, a tag or a full reference of this name.
 *
 * `HEAD`, `main`, `refs/heads/main`, `pull/1/head` are legal; `a..b`, `a.lock`, `-a`, `@`, `a b`, `a/` are not.
 * A leading `-` is legal only before a slash, which is what the three questions that Nix puts to libgit2 add up to.
 * Source: Nix, src/libfetchers/git-utils.cc (isLegalRefName); libgit2, git_reference_name_is_valid.
 */
export function isLegalRefName(name: string): boolean {
  if (name === "@" || hasForbiddenCharacter.test(name) || name.includes("..") || name.includes("@{")) return false;
  if (name.endsWith(".")) return false;
  const segments = name.split("/");
  if (segments.some((segment) => segment === "" || segment.startsWith(".") || segment.endsWith(".lock"))) return false;
  return !name.startsWith("-") || segments.length > 1;
}

// Control characters, space, DEL, and the characters that have a meaning in revision and refspec syntax.
const hasForbiddenCharacter = /[\0-\x20\x7f~^:?*[\\]/;
