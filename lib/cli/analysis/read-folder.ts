import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { AppError } from "#lib/errors/app-error.ts";
import { extractFacts } from "#lib/facts/extract-facts.ts";
import { wantedFiles } from "#lib/facts/wanted-files.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FileText, Tree } from "#lib/model/tree.ts";
import { findRepository } from "#lib/providers/local/find-repositories.ts";
import { FolderFiles, textOfFolderFile } from "#lib/providers/local/folder-file.ts";
import { listFolder } from "#lib/providers/local/list-folder.ts";
import { listWorkTree } from "#lib/providers/local/list-work-tree.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { readRepositories } from "#lib/scan/read-repositories.ts";

/** ReadFolder is what one folder on disk showed. */
export interface ReadFolder {
  /** HEAD; null for a plain folder, and where nothing is committed yet. */
  readonly commit: string | null;
  /** Whether what was read is not what that commit holds. Always false without a commit. */
  readonly isDirty: boolean;
  readonly facts: RepositoryFacts;
}

/**
 * readFolder reads one repository on disk. A work tree is read as Nix reads a flake in git: the tracked files, as they
 * are on disk. A bare repository, or a `.git` folder, is read at its HEAD, a plain folder as it is.
 *
 * @throws AppError when there is no such folder, or git cannot read it.
 */
export async function readFolder(path: string, signal: AbortSignal): Promise<ReadFolder> {
  const root = resolve(path);
  await refuseMissing(root, path);
  const found = await findRepository(root);
  if (found === undefined) {
    const tree = await listFolder(root, signal);
    return { commit: null, isDirty: false, facts: (await readFromDisk(root, tree)).facts };
  }
  return found.gitDir === root ? readAtHead(root, signal) : readWorkTree(root, found.gitDir, signal);
}

async function refuseMissing(root: string, path: string): Promise<void> {
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => null,
  );
  if (isFolder === null) throw new AppError("not-found", `${path} does not exist. Give the folder of a repository.`);
  if (!isFolder) throw new AppError("config", `${path} is a file. Give the folder of the repository that holds it.`);
}

async function readAtHead(root: string, signal: AbortSignal): Promise<ReadFolder> {
  const provider = createLocalProvider({ path: root });
  for await (const { items } of provider.listRepositories(signal)) {
    for (const item of items) {
      if (item.status === "failed") throw item.error;
      const toRead = [{ repository: item.repository, entries: item.entries, hadFlake: true }];
      for await (const reading of readRepositories(provider, toRead, signal)) {
        if (reading.status === "failed") throw reading.error;
        return { commit: reading.repository.headCommit, isDirty: false, facts: reading.facts };
      }
    }
  }
  throw new AppError("not-found", `${root} is no git repository any more.`);
}

async function readWorkTree(root: string, gitDir: string, signal: AbortSignal): Promise<ReadFolder> {
  const { headCommit, isDirty, ...tree } = await listWorkTree(root, gitDir, signal);
  const { facts, isAsIndexed } = await readFromDisk(root, tree);
  return { commit: headCommit, isDirty: isDirty || (headCommit !== null && !isAsIndexed), facts };
}

interface DiskReading {
  readonly facts: RepositoryFacts;
  /** Whether every file that was read has the bytes that the tree says. */
  readonly isAsIndexed: boolean;
}

async function readFromDisk(root: string, tree: Tree): Promise<DiskReading> {
  const entries = new Map(tree.entries.map((entry) => [entry.path, entry]));
  const texts = new Map<string, FileText>();
  const files = new FolderFiles(root);
  let isAsIndexed = true;
  for (const { path, oid } of wantedFiles(tree.entries)) {
    const file = await files.read(path);
    texts.set(path, textOfFolderFile(file));
    if (file?.bytes && blobId(file.bytes, oid) !== oid) isAsIndexed = false;
  }
  return { facts: extractFacts({ entries, isComplete: !tree.isTruncated, texts }), isAsIndexed };
}

/** The object id that git gives a file: SHA-1, or SHA-256 in repositories of that format. */
function blobId(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
