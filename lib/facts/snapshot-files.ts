import type { Observed, UnknownReason } from "#lib/model/observed.ts";
import { known, unknown } from "#lib/model/observed.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { FileText, TreeEntry } from "#lib/model/tree.ts";

/**
 * SnapshotFiles is one repository at one commit, as far as it was read: every path that was listed, and the text of
 * every file that some fact family wanted.
 */
export interface SnapshotFiles {
  /** By path. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Whether every path of the commit is in `entries`; otherwise absence proves nothing. */
  readonly isComplete: boolean;
  /** By path, for the wanted files. */
  readonly texts: ReadonlyMap<string, FileText>;
  /** Roles that the organization's policy gives flakes by their folder; without it the path alone tells. */
  readonly rolesByPath?: Policy["rolesByPath"];
}

/**
 * Wish is how much a family wants a file: `needed` is always read, `welcome` only in a repository with a flake, as far
 * as the bounds of a repository go.
 */
export type Wish = "needed" | "welcome" | "none";

/**
 * FactFamily is one kind of observation. `wants` says which files it reads; asking for little keeps scans cheap.
 * `extract` is pure: the same files give the same facts.
 */
export interface FactFamily<T> {
  wants(path: string): Wish;
  extract(files: SnapshotFiles): T;
}

/**
 * textOf is the text of a file, or why there is none: `not-read` for a path that was not wanted or not listed,
 * `unreadable` for a binary, missing or oversized file.
 */
export function textOf(files: SnapshotFiles, path: string): Observed<string> {
  const file = files.texts.get(path);
  if (file === undefined) return unknown("not-read");
  return file.status === "text" ? known(file.text) : unknown("unreadable");
}

/**
 * unreadReason is why a thing that was not found may be there all the same: not every path was listed, or a file that may
 * hold it could not be read; null when it is certainly not there.
 */
export function unreadReason(files: SnapshotFiles, hasUnreadable: boolean): UnknownReason | null {
  if (!files.isComplete) return "tree-truncated";
  return hasUnreadable ? "unreadable" : null;
}

/** isFile says whether a path holds text of its own: not a symlink, a submodule or a folder. */
export function isFile(entry: TreeEntry | undefined): boolean {
  return entry?.type === "file" || entry?.type === "executable";
}

/** pathsWhere lists the files whose path holds for `condition`, sorted. */
export function pathsWhere(files: SnapshotFiles, condition: (path: string) => boolean): readonly string[] {
  const paths: string[] = [];
  for (const [path, entry] of files.entries) if (isFile(entry) && condition(path)) paths.push(path);
  return paths.sort();
}

/** oncePerSnapshot lets several families share one reading of a snapshot: the same files are read once. */
export function oncePerSnapshot<T extends object>(read: (files: SnapshotFiles) => T): (files: SnapshotFiles) => T {
  const readings = new WeakMap<SnapshotFiles, T>();
  return (files) => {
    const reading = readings.get(files) ?? read(files);
    readings.set(files, reading);
    return reading;
  };
}
