import { BadUrlError } from "./flake-ref-error.ts";

/**
 * joinFilePath makes a file path of URL segments: repeated slashes fall together, `.` and `..` stay, a relative path
 * stays relative, a trailing slash is kept.
 *
 * @throws BadUrlError for a segment that holds a (decoded) slash or NUL.
 * Source: Nix, src/libutil/url.cc (urlPathToPath).
 */
export function joinFilePath(segments: readonly string[]): string {
  const odd = segments.find((segment) => segment.includes("/") || segment.includes("\0"));
  if (odd !== undefined) throw new BadUrlError(`URL path component '${odd}' cannot be in a file name`);
  const names = segments.filter((segment) => segment !== "");
  const root = segments[0] === "" ? "/" : "";
  const end = names.length > 0 && segments.at(-1) === "" ? "/" : "";
  return `${root}${names.join("/")}${end}`;
}

/** filePathSegments is the way back: `/a//b/` gives `["", "a", "b", ""]`. */
export function filePathSegments(path: string): string[] {
  return joinFilePath(path.split("/")).split("/");
}
