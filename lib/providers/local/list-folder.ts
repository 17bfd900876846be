import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Tree, TreeEntry } from "#lib/model/tree.ts";
import { FolderFiles } from "./folder-file.ts";

// As many paths as a listing by git may have within its 64 MiB, and deeper than any project.
const entriesMax = 500_000;
const depthMax = 100;

/**
 * listFolder lists every file and link below a folder that is no git repository; links are not followed. `.git`, pipes
 * and devices are left out. A folder that cannot be read, or lies over 100 levels deep, makes the tree truncated.
 *
 * @param root an absolute path.
 */
export async function listFolder(root: string, signal: AbortSignal): Promise<Tree> {
  const entries: TreeEntry[] = [];
  const files = new FolderFiles(root);
  const pending: { readonly folder: string; readonly depth: number }[] = [{ folder: ".", depth: 0 }];
  let isTruncated = false;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    signal.throwIfAborted();
    const children = next.depth > depthMax ? null : await readFolder(join(root, next.folder));
    if (children === null || entries.length + pending.length + children.length > entriesMax) {
      isTruncated = true;
      continue;
    }
    for (const child of children) {
      const path = posix.join(next.folder, child.name);
      if (child.isDirectory()) pending.push({ folder: path, depth: next.depth + 1 });
      else if (child.isSymbolicLink()) entries.push({ path, type: "symlink", oid: "", sizeBytes: null });
      else if (child.isFile()) entries.push({ path, type: "file", oid: "", sizeBytes: await files.sizeOf(path) });
    }
  }
  return { entries, isTruncated };
}

async function readFolder(path: string): Promise<readonly Dirent[] | null> {
  return readdir(path, { withFileTypes: true }).then(
    (children) => children.filter((child) => child.name !== ".git"),
    () => null,
  );
}
