import { fullName, type Repository } from "#lib/model/repository.ts";
import type { Tree, TreeEntry } from "#lib/model/tree.ts";
import type { GithubClient } from "./client.ts";
import { notLikeGithub } from "./failure-words.ts";
import { treeSchema, type WireTree } from "./wire/tree.ts";
import { entryFromMode } from "./wire/tree-entry.ts";

// A cut tree has more than 100,000 paths. The largest public ones (nixpkgs: about 50,000 files below one folder of
// 90,000) need a few dozen requests; a repository that needs more than this is shown as cut.
const requestsMax = 200;
const entriesMax = 500_000;

interface Folder {
  /** With a slash at its end, or empty for the root. */
  readonly prefix: string;
  readonly sha: string;
}

/**
 * readTree lists the files of the head commit with one recursive request. Where GitHub cuts the answer (100,000
 * entries or 7 MB), the folders are walked one by one, nearest to the root first, and the tree is `isTruncated` when
 * that takes more than 200 requests or 500,000 entries.
 */
export async function readTree(client: GithubClient, repository: Repository, signal: AbortSignal): Promise<Tree> {
  signal.throwIfAborted();
  if (repository.headCommit === null) return { entries: [], isTruncated: false };

  const entries: TreeEntry[] = [];
  const folders: Folder[] = [{ prefix: "", sha: repository.headCommit }];
  let requests = 0;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    if (requests >= requestsMax || entries.length >= entriesMax) return { entries, isTruncated: true };
    requests += 1;
    const whole = await askTree(client, repository, folder.sha, true, signal);
    if (!whole.truncated) {
      addFiles(entries, folder, whole);
      continue;
    }
    requests += 1;
    const level = await askTree(client, repository, folder.sha, false, signal);
    addFiles(entries, folder, level);
    // One folder of more than 100,000 direct entries cannot be read any finer.
    if (level.truncated) return { entries, isTruncated: true };
    for (const child of level.tree) {
      if (entryOf(folder, child).type === "directory") {
        folders.push({ prefix: `${folder.prefix}${child.path}/`, sha: child.sha });
      }
    }
  }
  return { entries, isTruncated: false };
}

async function askTree(
  client: GithubClient,
  repository: Repository,
  sha: string,
  isRecursive: boolean,
  signal: AbortSignal,
): Promise<WireTree> {
  const { owner, name } = repository;
  const parameters = { owner, repo: name, tree_sha: sha, ...(isRecursive ? { recursive: "1" } : {}) };
  const path = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
  const outcome = await client.get(path, parameters, `the files of ${fullName(repository)}`, signal);
  if (outcome.status === "failed") throw outcome.error;
  const parsed = treeSchema.safeParse(outcome.body);
  if (!parsed.success) throw notLikeGithub(client.addressee, parsed.error);
  return parsed.data;
}

/** Folders are left out: they follow from the paths of their files. */
function addFiles(entries: TreeEntry[], folder: Folder, { tree }: WireTree): void {
  for (const wire of tree) {
    const entry = entryOf(folder, wire);
    if (entry.type !== "directory") entries.push(entry);
  }
}

function entryOf({ prefix }: Folder, { path, mode, sha, size }: WireTree["tree"][number]): TreeEntry {
  return entryFromMode({ path: `${prefix}${path}`, mode, oid: sha, size });
}
