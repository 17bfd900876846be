import { AppError, toAppError } from "#lib/errors/app-error.ts";
import { type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import { type InventoryItem, inventoryPaths } from "../source-provider.ts";
import type { FoundRepository } from "./find-repositories.ts";
import { runGit } from "./git-process.ts";
import { countLanguages } from "./languages.ts";
import type { RepositoryFacts } from "./teams-file.ts";
import { listTree } from "./tree-listing.ts";

// A history of a million commits is walked in about ten seconds; a creation date is not worth more.
const creationTimeoutMs = 20_000;

const inventoryPathSet: ReadonlySet<string> = new Set(inventoryPaths);
const branchPrefix = "refs/heads/";

/** Head is where HEAD stands. Nothing is committed there yet when `commit` is null. */
interface Head {
  readonly branch: string | null;
  readonly commit: string | null;
  readonly isShallow: boolean;
}

/**
 * readInventoryItem reads one repository at its HEAD with git plumbing. What git does not hold comes from `facts`.
 *
 * `createdAt` without a fact is the date of the oldest root commit; null when the clone is shallow or too deep to walk.
 * `pushedAt` is the date of the head commit: git keeps no record of pushes, and that commit was there by then.
 * Any trouble with this repository is a `failed` item; only a fired signal and a missing git are thrown.
 */
export async function readInventoryItem(
  found: FoundRepository,
  owner: string,
  facts: RepositoryFacts,
  signal: AbortSignal,
): Promise<InventoryItem> {
  try {
    const head = await readHead(found.gitDir, signal);
    return await readAtHead(found, owner, facts, head, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError && error.code === "config") throw error;
    return { status: "failed", owner, name: found.name, error: toAppError(error) };
  }
}

async function readAtHead(
  { gitDir, folder, name }: FoundRepository,
  owner: string,
  facts: RepositoryFacts,
  { commit, branch, isShallow }: Head,
  signal: AbortSignal,
): Promise<InventoryItem> {
  const [tree, headCommittedAt, firstCommittedAt] =
    commit === null
      ? [{ entries: [] }, null, null]
      : await Promise.all([
          listTree(gitDir, commit, signal),
          readCommittedAt(gitDir, commit, signal),
          facts.createdAt !== null || isShallow ? null : readFirstCommittedAt(gitDir, commit, signal),
        ]);
  const repository: Repository = {
    owner,
    name,
    providerId: folder,
    url: null,
    description: facts.description,
    visibility: facts.visibility,
    isArchived: facts.archivedAt !== null,
    isFork: facts.fork,
    isEmpty: commit === null,
    createdAt: facts.createdAt ?? firstCommittedAt,
    archivedAt: facts.archivedAt,
    pushedAt: headCommittedAt,
    defaultBranch: branch,
    headCommit: commit,
    headCommittedAt,
    languages: countLanguages(tree.entries),
    topics: facts.topics,
  };
  return { status: "listed", repository, entries: tree.entries.filter(isInventoryEntry) };
}

function isInventoryEntry({ path }: TreeEntry): boolean {
  return !path.includes("/") || inventoryPathSet.has(path);
}

async function readHead(gitDir: string, signal: AbortSignal): Promise<Head> {
  const [symbolic, parsed] = await Promise.all([
    runGit(gitDir, ["symbolic-ref", "--quiet", "HEAD"], { signal }),
    runGit(gitDir, ["rev-parse", "--is-shallow-repository", "HEAD"], { signal }),
  ]);
  // 1 is a detached HEAD; anything else means that this is no repository that git knows.
  if (symbolic.exitCode > 1) throw unreadable(symbolic.complaint);
  const ref = symbolic.exitCode === 0 ? symbolic.stdout.toString("utf8").trim() : null;
  const branch = ref?.startsWith(branchPrefix) === true ? ref.slice(branchPrefix.length) : null;

  const [shallow, commit] = parsed.stdout.toString("utf8").trim().split("\n");
  if (parsed.exitCode === 0) return { branch, commit: commit ?? null, isShallow: shallow === "true" };
  if (ref === null || !(await isUnborn(gitDir, ref, signal))) throw unreadable(parsed.complaint);
  return { branch, commit: null, isShallow: false };
}

/** A branch without a commit is no trouble; a branch whose file is damaged is, and git warns of it. */
async function isUnborn(gitDir: string, ref: string, signal: AbortSignal): Promise<boolean> {
  const output = await runGit(gitDir, ["for-each-ref", "--format=%(objectname)", ref], { signal });
  return output.exitCode === 0 && output.complaint === "" && output.stdout.length === 0;
}

async function readCommittedAt(gitDir: string, commit: string, signal: AbortSignal): Promise<Instant | null> {
  const output = await runGit(gitDir, ["rev-list", "--max-count=1", "--timestamp", commit, "--"], { signal });
  if (output.exitCode !== 0) throw unreadable(output.complaint);
  return earliest(output.stdout);
}

async function readFirstCommittedAt(gitDir: string, commit: string, signal: AbortSignal): Promise<Instant | null> {
  const args = ["rev-list", "--max-parents=0", "--timestamp", commit, "--"];
  try {
    const output = await runGit(gitDir, args, { signal, timeoutMs: creationTimeoutMs });
    return output.exitCode === 0 ? earliest(output.stdout) : null;
  } catch (error) {
    if (error instanceof AppError && error.code === "timeout") return null;
    throw error;
  }
}

/** The earliest of the lines `<unix seconds> <oid>`; a commit may claim any date, also one that no calendar has. */
function earliest(output: Buffer): Instant | null {
  const seconds = output
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Number.parseInt(line, 10));
  const least = Math.min(...seconds);
  return Number.isNaN(new Date(least * 1000).getTime()) ? null : instantFromUnixSeconds(least);
}

function unreadable(complaint: string): AppError {
  const said = complaint === "" ? "" : ` git says "${complaint}".`;
  return new AppError(
    "provider-unavailable",
    `The repository is damaged or no git repository.${said} Clone it again, or take it out of the folder.`,
  );
}
