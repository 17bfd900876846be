import { AppError } from "#lib/errors/app-error.ts";
import type { Tree, TreeEntry, TreeEntryType } from "#lib/model/tree.ts";
import { runGit } from "./git-process.ts";

const typeByMode: ReadonlyMap<string, TreeEntryType> = new Map([
  ["100644", "file"],
  // Written by very old versions of git; read as a plain file, as git itself does.
  ["100664", "file"],
  ["100755", "executable"],
  ["120000", "symlink"],
  ["160000", "submodule"],
  ["040000", "directory"],
]);

/** typeOfMode is what an octal mode stands for, with or without its leading zero; undefined for one that git does not write. */
export function typeOfMode(mode: string): TreeEntryType | undefined {
  return typeByMode.get(mode.padStart(6, "0"));
}

const listingLine = /^(\d{6}) [a-z]+ ([0-9a-f]+) +(\S+)\t(.+)$/s;

/**
 * listTree lists every path of one commit, directories among them, with the sizes of files.
 * A listing beyond 64 MiB (about 500,000 paths) is cut and says so.
 *
 * @throws AppError `parse` when git cannot list it.
 */
export async function listTree(gitDir: string, commit: string, signal: AbortSignal): Promise<Tree> {
  const args = ["ls-tree", "-r", "-t", "-z", "-l", "--full-tree", commit];
  const output = await runGit(gitDir, args, { signal });
  if (output.exitCode !== 0) {
    throw new AppError("parse", `git could not list the files of commit ${commit}: ${output.complaint}`);
  }
  return { entries: parseListing(output.stdout.toString("utf8")), isTruncated: output.isTruncated };
}

/** parseListing reads the output of `git ls-tree -z -l`. An entry that was cut at the end is left out. */
export function parseListing(listing: string): readonly TreeEntry[] {
  const lines = listing.split("\0");
  lines.pop();
  return lines.flatMap((line) => {
    const [, mode = "", oid = "", size = "", path = ""] = listingLine.exec(line) ?? [];
    const type = typeOfMode(mode);
    return type === undefined ? [] : [{ path, type, oid, sizeBytes: sizeOf(type, size) }];
  });
}

/** Only files have a size worth telling. Git writes `BAD` for a blob that is not there, as in a partial clone. */
function sizeOf(type: TreeEntryType, size: string): number | null {
  const isFile = type === "file" || type === "executable";
  return isFile && /^\d+$/.test(size) ? Number(size) : null;
}
