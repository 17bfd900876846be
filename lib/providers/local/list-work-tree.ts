import { AppError } from "#lib/errors/app-error.ts";
import type { Tree, TreeEntry, TreeEntryType } from "#lib/model/tree.ts";
import { FolderFiles } from "./folder-file.ts";
import { runGit } from "./git-process.ts";

const typeByMode: ReadonlyMap<string, TreeEntryType> = new Map([
  ["100644", "file"],
  ["100755", "executable"],
  ["120000", "symlink"],
  ["160000", "submodule"],
]);

const indexLine = /^(\S) (\d{6}) ([0-9a-f]+) \d\t(.+)$/s;

/** WorkTree is what git tracks in a work tree, and where its HEAD stands. */
export interface WorkTree extends Tree {
  /** Null when nothing is committed yet. */
  readonly headCommit: string | null;
  /**
   * Whether the index is another tree than that of HEAD, or a tracked file is gone from disk. Files that are on disk are
   * not compared. False without a commit.
   */
  readonly isDirty: boolean;
}

/**
 * listWorkTree lists the tracked files of a work tree that are on disk, as Nix takes them for a flake in git: what was
 * added and not committed counts, what was deleted and what is not tracked does not. `oid` is that of the index.
 *
 * Only the index is asked; git never looks at the work tree itself, so that no filter of the repository runs.
 * @throws AppError when git cannot read the index.
 */
export async function listWorkTree(root: string, gitDir: string, signal: AbortSignal): Promise<WorkTree> {
  const listing = await runGit(gitDir, ["ls-files", "-z", "--stage", "-t"], { signal });
  if (listing.exitCode !== 0) {
    throw new AppError("parse", `git could not list the files of ${root}: ${listing.complaint}`);
  }
  const tracked = parseIndex(listing.stdout.toString("utf8"));
  const files = new FolderFiles(root);
  const entries: TreeEntry[] = [];
  let isAnyGone = false;
  for (const { entry, isOnDisk } of tracked.values()) {
    if (entry.type === "symlink" || entry.type === "submodule" || !isOnDisk) {
      entries.push(entry);
      continue;
    }
    const sizeBytes = await files.sizeOf(entry.path);
    if (sizeBytes === null) isAnyGone = true;
    else entries.push({ ...entry, sizeBytes });
  }
  const headCommit = await readHeadCommit(gitDir, signal);
  const isDirty = headCommit !== null && (isAnyGone || (await isIndexOtherThan(headCommit, gitDir, signal)));
  return { entries, isTruncated: listing.isTruncated, headCommit, isDirty };
}

interface TrackedEntry {
  readonly entry: TreeEntry;
  /** False for what a sparse checkout leaves out: it is part of the tree and not on disk. */
  readonly isOnDisk: boolean;
}

/** By path: an unmerged file stands there up to three times. */
function parseIndex(listing: string): ReadonlyMap<string, TrackedEntry> {
  const lines = listing.split("\0");
  lines.pop();
  const tracked = new Map<string, TrackedEntry>();
  for (const line of lines) {
    const [, tag, mode = "", oid = "", path = ""] = indexLine.exec(line) ?? [];
    const type = typeByMode.get(mode);
    if (type !== undefined) tracked.set(path, { entry: { path, type, oid, sizeBytes: null }, isOnDisk: tag !== "S" });
  }
  return tracked;
}

async function readHeadCommit(gitDir: string, signal: AbortSignal): Promise<string | null> {
  const output = await runGit(gitDir, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], { signal });
  return output.exitCode === 0 ? output.stdout.toString("utf8").trim() : null;
}

async function isIndexOtherThan(commit: string, gitDir: string, signal: AbortSignal): Promise<boolean> {
  const output = await runGit(gitDir, ["diff-index", "--cached", "--quiet", "--no-ext-diff", commit, "--"], { signal });
  return output.exitCode !== 0;
}
