import type { Evaluator } from "./evaluator.ts";

/** FolderEntry is a file or folder in a folder; `files` are the files below a folder, relative to it, and empty for a file. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly files: readonly string[];
}

/** folderEntries lists what is in a folder of the repository, sorted by name; null when the files are not known. */
export function folderEntries(evaluator: Evaluator, folder: string): readonly FolderEntry[] | null {
  const files = evaluator.filesBelow(folder);
  if (files === null) return null;
  const entries = new Map<string, string[]>();
  for (const file of files) {
    const slash = file.indexOf("/");
    const name = slash < 0 ? file : file.slice(0, slash);
    const below = entries.get(name) ?? [];
    if (slash >= 0) below.push(file.slice(slash + 1));
    entries.set(name, below);
  }
  return [...entries]
    .map(([name, below]) => ({ name, isFolder: below.length > 0, files: below }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
