import { once } from "node:events";
import type { TreeEntry } from "#lib/model/tree.ts";
import { ByteReader } from "./byte-reader.ts";
import { startGit } from "./git-process.ts";
import { typeOfMode } from "./tree-listing.ts";

// A folder of a hundred thousand files has some 4 MB; what is larger holds no flake that a person wrote.
const treeBytesMax = 8 * 1024 * 1024;

const commitOrTree = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * readTrees gives what lies directly in each folder of `oids` (of a tree, or of a commit for its root), in their
 * order, through one `git cat-file --batch`; null for what is not there, is no folder, or is too large. Names come
 * without the path before them, and without sizes.
 *
 * Git gives up at a damaged object: that one and what follows are left out.
 */
export async function* readTrees(
  gitDir: string,
  oids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly TreeEntry[] | null> {
  const git = startGit(gitDir, ["cat-file", "--batch"], signal);
  const ended = once(git, "close").catch(() => undefined);
  try {
    const reader = new ByteReader(git.stdout);
    // Anything but an object id would be a revision expression to git, or break the dialogue.
    git.stdin.end(oids.map((oid) => `${commitOrTree.test(oid) ? oid : "0".repeat(40)}^{tree}\n`).join(""));
    for (const _ of oids) {
      const tree = await readAnswer(reader);
      if (tree === undefined) break;
      yield tree;
    }
  } finally {
    git.kill("SIGKILL");
    await ended;
  }
  signal.throwIfAborted();
}

/** An answer is `<oid> tree <size>`, the bytes and a line feed, or `<name> missing`; undefined when git stopped. */
async function readAnswer(reader: ByteReader): Promise<readonly TreeEntry[] | null | undefined> {
  const header = await reader.readLine();
  if (header === undefined) return undefined;
  const [oid = "", type, size] = header.split(" ");
  if (size === undefined) return null;
  const sizeBytes = Number(size);
  if (type !== "tree" || sizeBytes > treeBytesMax) {
    return (await reader.skipBytes(sizeBytes + 1)) ? null : undefined;
  }
  const bytes = await reader.readBytes(sizeBytes);
  if (bytes === undefined || !(await reader.skipBytes(1))) return undefined;
  return parseTree(bytes, oid.length / 2);
}

/** A tree is, for each entry, its octal mode, a space, its name, a NUL, and the bytes of its object id. */
function parseTree(bytes: Buffer, oidBytes: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space === -1 || end === -1) break;
    const type = typeOfMode(bytes.toString("latin1", at, space));
    const path = bytes.toString("utf8", space + 1, end);
    const oid = bytes.toString("hex", end + 1, end + 1 + oidBytes);
    if (type !== undefined) entries.push({ path, type, oid, sizeBytes: null });
    at = end + 1 + oidBytes;
  }
  return entries;
}
