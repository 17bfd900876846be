import type { RepositorySettings } from "#lib/model/repository-settings.ts";
import type { SnapshotFiles } from "./snapshot-files.ts";

/**
 * withoutExcluded is a snapshot without what the repository's own settings exclude: a path that they name, and all
 * below it. Nothing is observed there, and nothing is missing there.
 */
export function withoutExcluded(files: SnapshotFiles, settings: RepositorySettings): SnapshotFiles {
  if (settings.status !== "ok" || settings.excludedPaths.length === 0) return files;
  const excluded = new Set(settings.excludedPaths.map((path) => path.replace(/^\.?\/|\/$/g, "")));
  return { ...files, entries: new Map([...files.entries].filter(([path]) => !isBelowAny(path, excluded))) };
}

function isBelowAny(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.length; end !== -1; end = path.lastIndexOf("/", end - 1)) {
    if (folders.has(path.slice(0, end))) return true;
    if (end === 0) return false;
  }
  return false;
}
