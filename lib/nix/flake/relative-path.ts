/**
 * canonicalRelativePath makes the text of a path literal what Nix makes of it, relative to the folder of the `flake.nix`:
 * `./a/../b` is `b`, `./.` is `.`, `../c` stays `../c`. Null for a path that is not relative (`/a`, `~/a`).
 *
 * Source: Nix 2.34, src/libflake/flake.cc (`flakeDir.path.makeRelative`).
 */
export function canonicalRelativePath(text: string): string | null {
  if (text.startsWith("/") || text.startsWith("~")) return null;
  const names: string[] = [];
  for (const name of text.split("/")) {
    if (name === "" || name === ".") continue;
    if (name === ".." && names.length > 0 && names.at(-1) !== "..") names.pop();
    else names.push(name);
  }
  return names.length === 0 ? "." : names.join("/");
}
