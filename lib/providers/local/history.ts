import { AppError, toAppError } from "#lib/errors/app-error.ts";
import { type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import { orderHistory } from "../order-history.ts";
import {
  type FolderRequest,
  type FolderResult,
  type HistoryCommit,
  type HistoryReading,
  type HistoryRequest,
  historyCommitsMax,
} from "../source-provider.ts";
import { runGit } from "./git-process.ts";
import { readTrees } from "./read-trees.ts";

interface DatedCommit {
  readonly commit: string;
  readonly committedAt: Instant;
}

/** readHistory reads the past of one repository from its git directory. Only its own trouble is a failed reading. */
export async function readHistory(
  gitDir: string,
  { repository, paths, since }: HistoryRequest,
  signal: AbortSignal,
): Promise<HistoryReading> {
  const head = repository.headCommit;
  if (head === null) return { status: "read", commits: [], before: null, isCut: false };
  try {
    const histories: (readonly DatedCommit[])[] = [];
    for (const path of paths) histories.push(await listCommits(gitDir, head, path, since, signal));
    const commits = orderHistory(histories);
    const before = await findBefore(gitDir, head, commits[0], signal);
    const isCut = histories.some(({ length }) => length === historyCommitsMax) || (await isShallow(gitDir, signal));
    const dated = before === null ? commits : [before, ...commits];
    const rooted = await addRoots(gitDir, dated, signal);
    return {
      status: "read",
      commits: before === null ? rooted : rooted.slice(1),
      before: before === null ? null : (rooted[0] ?? null),
      isCut,
    };
  } catch (error) {
    signal.throwIfAborted();
    const appError = toAppError(error);
    if (appError.code === "config") throw appError;
    return { status: "failed", error: appError };
  }
}

async function listCommits(
  gitDir: string,
  head: string,
  path: string,
  since: Instant,
  signal: AbortSignal,
): Promise<readonly DatedCommit[]> {
  const seconds = Math.floor(Date.parse(since) / 1000);
  return await listRevisions(
    gitDir,
    [`--max-count=${historyCommitsMax}`, `--max-age=${seconds}`, head, "--", path],
    signal,
  );
}

/** The first parent of the oldest commit; the head when nothing was touched. */
async function findBefore(
  gitDir: string,
  head: string,
  oldest: DatedCommit | undefined,
  signal: AbortSignal,
): Promise<DatedCommit | null> {
  if (oldest === undefined) return (await listRevisions(gitDir, ["--max-count=1", head, "--"], signal))[0] ?? null;
  const args = ["--max-count=2", "--first-parent", oldest.commit, "--"];
  return (await listRevisions(gitDir, args, signal))[1] ?? null;
}

async function listRevisions(
  gitDir: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<readonly DatedCommit[]> {
  const output = await runGit(gitDir, ["rev-list", "--timestamp", ...args], { signal });
  if (output.exitCode !== 0) {
    throw new AppError("parse", `git could not read the history: ${output.complaint}`);
  }
  return output.stdout
    .toString("utf8")
    .split("\n")
    .flatMap((line) => {
      const [seconds = "", commit = ""] = line.split(" ");
      // A commit may claim any date, also one that no calendar has.
      const isDated = commit !== "" && !Number.isNaN(new Date(Number(seconds) * 1000).getTime());
      return isDated ? [{ commit, committedAt: instantFromUnixSeconds(Number(seconds)) }] : [];
    });
}

async function isShallow(gitDir: string, signal: AbortSignal): Promise<boolean> {
  const output = await runGit(gitDir, ["rev-parse", "--is-shallow-repository"], { signal });
  return output.stdout.toString("utf8").trim() === "true";
}

async function addRoots(
  gitDir: string,
  commits: readonly DatedCommit[],
  signal: AbortSignal,
): Promise<readonly HistoryCommit[]> {
  const rooted: HistoryCommit[] = [];
  const roots = readTrees(
    gitDir,
    commits.map(({ commit }) => commit),
    signal,
  );
  for await (const entries of roots) {
    const dated = commits[rooted.length];
    if (dated === undefined || entries === null) break;
    rooted.push({ ...dated, entries });
  }
  if (rooted.length < commits.length) throw new AppError("parse", "git could not read a commit of the history.");
  return rooted;
}

/** readFolders lists the folders of one repository from its git directory. */
export async function* readFolders(
  gitDir: string,
  requests: readonly FolderRequest[],
  signal: AbortSignal,
): AsyncGenerator<FolderResult> {
  const oids = requests.map(({ entry }) => entry.oid);
  let at = 0;
  for await (const entries of readTrees(gitDir, oids, signal)) {
    const request = requests[at];
    at += 1;
    if (request === undefined) return;
    if (entries === null) yield { request, outcome: { status: "missing" } };
    else {
      const below = entries.map((entry) => ({ ...entry, path: `${request.entry.path}/${entry.path}` }));
      yield { request, outcome: { status: "listed", entries: below } };
    }
  }
  for (const request of requests.slice(at)) {
    const error = new AppError("parse", `git could not read the folder ${request.entry.path}; it is damaged.`);
    yield { request, outcome: { status: "failed", error } };
  }
}
