/** resolvePath joins a relative path to a folder and takes the dots out: `resolvePath("a/b", "../c")` is `a/c`, nothing is `.`. */
export function resolvePath(folder: string, relative: string): string {
  const names: string[] = [];
  for (const name of `${folder}/${relative}`.split("/")) {
    if (name === "" || name === ".") continue;
    if (name === ".." && names.length > 0 && names.at(-1) !== "..") names.pop();
    else names.push(name);
  }
  return names.length === 0 ? "." : names.join("/");
}

/** parentFolder is the folder of a file: `a` for `a/b.nix`, `.` for `b.nix`. */
export function parentFolder(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash);
}

/** isOutside says of a resolved path that it leads out of the repository. */
export function isOutside(path: string): boolean {
  return path === ".." || path.startsWith("../");
}
