import type { NixFilesRead } from "#lib/model/facts.ts";
import { isFile, type SnapshotFiles } from "./snapshot-files.ts";

/** nixFilesRead counts the Nix files of a repository, and those whose text is there. */
export function nixFilesRead(files: SnapshotFiles): NixFilesRead {
  let total = 0;
  let read = 0;
  for (const [path, entry] of files.entries) {
    if (!path.endsWith(".nix") || !isFile(entry)) continue;
    total += 1;
    if (files.texts.get(path)?.status === "text") read += 1;
  }
  return { total, read };
}
