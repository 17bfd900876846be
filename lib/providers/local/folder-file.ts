import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { join, posix } from "node:path";
import type { FileText } from "#lib/model/tree.ts";
import { fileTextOf } from "../file-text.ts";
import { textSizeBytesMax } from "../source-provider.ts";

/**
 * FolderFile is a regular file on disk: its size, and its bytes when they are asked for.
 * `bytes` is null beyond `textSizeBytesMax`, or when the file cannot be opened.
 */
export interface FolderFile {
  readonly sizeBytes: number;
  readonly bytes: Uint8Array | null;
}

/** FolderFiles reads the files below one folder and nothing outside of it: no link is followed on the way to a file. */
export class FolderFiles {
  readonly #root: string;
  readonly #realFolders = new Map<string, Promise<boolean>>();

  /** @param root an absolute path. */
  constructor(root: string) {
    this.#root = root;
  }

  /** sizeOf is the size of the regular file at `path`, relative to the root; null when there is none. */
  async sizeOf(path: string): Promise<number | null> {
    if (!(await this.#isRealFolder(posix.dirname(path)))) return null;
    return lstat(join(this.#root, path)).then(
      (found) => (found.isFile() ? found.size : null),
      () => null,
    );
  }

  /** read is the regular file at `path`, or null when there is none, or it may not be read. */
  async read(path: string): Promise<FolderFile | null> {
    const sizeBytes = await this.sizeOf(path);
    if (sizeBytes === null) return null;
    if (sizeBytes > textSizeBytesMax) return { sizeBytes, bytes: null };
    return { sizeBytes, bytes: await readBytes(join(this.#root, path)) };
  }

  #isRealFolder(folder: string): Promise<boolean> {
    if (folder === ".") return Promise.resolve(true);
    const known = this.#realFolders.get(folder) ?? this.#lookAt(folder);
    this.#realFolders.set(folder, known);
    return known;
  }

  async #lookAt(folder: string): Promise<boolean> {
    if (!(await this.#isRealFolder(posix.dirname(folder)))) return false;
    return lstat(join(this.#root, folder)).then(
      (found) => found.isDirectory(),
      () => false,
    );
  }
}

/** textOfFolderFile is the outcome of reading a file from disk, as a provider gives it. */
export function textOfFolderFile(file: FolderFile | null): FileText {
  if (file === null) return { status: "missing" };
  if (file.sizeBytes > textSizeBytesMax) return { status: "too-large", sizeBytes: file.sizeBytes };
  return file.bytes === null ? { status: "missing" } : fileTextOf(file.bytes);
}

/** At most one byte over the limit, whatever the file has become since its size was asked for. */
async function readBytes(path: string): Promise<Uint8Array | null> {
  // O_NONBLOCK: a pipe that took the place of the file must not hold us.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  try {
    await using handle = await open(path, flags);
    if (!(await handle.stat()).isFile()) return null;
    const chunks: Uint8Array[] = [];
    for await (const chunk of handle.createReadStream({ end: textSizeBytesMax, autoClose: false })) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
