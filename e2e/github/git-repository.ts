import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GitFailed, git } from "./git.ts";

/** Head is the commit that the default branch stands at. */
export interface Head {
  readonly branch: string;
  readonly oid: string;
  readonly committedDate: string;
}

/** ListedEntry is one line of `git ls-tree -l`. */
export interface ListedEntry {
  readonly path: string;
  /** Octal, as git writes it. */
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly oid: string;
  /** Of a blob. */
  readonly size: number | null;
}

/** GitObject is one object with its content. */
export interface GitObject {
  readonly oid: string;
  readonly type: "blob" | "tree" | "commit" | "tag";
  readonly bytes: Buffer;
}

/** GitRepository reads one git repository. Heads are read anew each time; what belongs to a commit is kept. */
export interface GitRepository {
  /** Null when nothing is committed. @throws GitFailed when the repository is damaged. */
  readHead(): Promise<Head | null>;
  /** The date of the oldest root commit. */
  readCreatedAt(): Promise<string | null>;
  /** Every path of a commit, folders too. */
  listCommit(oid: string): Promise<readonly ListedEntry[]>;
  /** One level of a tree, or all below it. */
  listTree(oid: string, isRecursive: boolean): Promise<readonly ListedEntry[]>;
  /** By object id or revision expression; null when there is none. */
  readObject(expression: string): Promise<GitObject | null>;
  /** What `git rev-list` prints for these arguments. */
  listRevisions(args: readonly string[]): Promise<string>;
}

/** openGitRepository gives the reader of a git directory. Nothing is read yet. */
export function openGitRepository(gitDir: string): GitRepository {
  const listings = new Map<string, Promise<readonly ListedEntry[]>>();
  let createdAt: Promise<string | null> | undefined;
  let lastHead: Head | null = null;
  const listTree = async (oid: string, isRecursive: boolean) =>
    parseListing(await git(gitDir, ["ls-tree", "-z", "-l", ...(isRecursive ? ["-r", "-t"] : []), oid, "--"]));
  return {
    async readHead() {
      // An inventory asks every head each time; a process for each would be most of its time.
      if (lastHead !== null && (await peekHead(gitDir)) === lastHead.oid) return lastHead;
      lastHead = await readHead(gitDir);
      return lastHead;
    },
    async readCreatedAt() {
      createdAt ??= readCreatedAt(gitDir);
      const date = await createdAt;
      if (date === null) createdAt = undefined;
      return date;
    },
    async listCommit(oid) {
      const listing = listings.get(oid) ?? listTree(oid, true);
      listings.set(oid, listing);
      return await listing;
    },
    listTree,
    readObject: (expression) => readObject(gitDir, expression),
    listRevisions: async (args) => (await git(gitDir, ["rev-list", "--timestamp", ...args])).toString("utf8"),
  };
}

async function readHead(gitDir: string): Promise<Head | null> {
  const format = ["HEAD", "refname:short", "objectname", "committerdate:unix"].map((atom) => `%(${atom})`).join("%00");
  const output = await git(gitDir, ["for-each-ref", `--format=${format}`, "refs/heads"]);
  for (const line of output.toString("utf8").split("\n")) {
    const [mark, branch = "", oid = "", seconds] = line.split("\0");
    if (mark === "*") return { branch, oid, committedDate: fromSeconds(Number(seconds)) };
  }
  return await readDetachedHead(gitDir);
}

/** The commit at HEAD as far as it can be told from files alone: a branch with a file of its own, or a packed one. */
async function peekHead(gitDir: string): Promise<string | undefined> {
  const read = (path: string) => readFile(join(gitDir, path), "utf8").catch(() => undefined);
  const [, ref] = /^ref: (refs\/heads\/\S+)\s*$/.exec((await read("HEAD")) ?? "") ?? [];
  if (ref === undefined) return undefined;
  const loose = (await read(ref))?.trim();
  if (loose !== undefined) return loose;
  const packed = (await read("packed-refs"))?.split("\n").find((line) => line.endsWith(` ${ref}`));
  return packed?.split(" ")[0];
}

/** A work tree may stand beside its branches; GitHub has no such thing, so the commit is shown as a branch `HEAD`. */
async function readDetachedHead(gitDir: string): Promise<Head | null> {
  const isUnborn = await git(gitDir, ["symbolic-ref", "--quiet", "HEAD"]).then(
    () => true,
    () => false,
  );
  if (isUnborn) return null;
  const output = await git(gitDir, ["log", "-1", "--format=%H %ct", "HEAD", "--"]);
  const [oid = "", seconds] = output.toString("utf8").trim().split(" ");
  return { branch: "HEAD", oid, committedDate: fromSeconds(Number(seconds)) };
}

async function readCreatedAt(gitDir: string): Promise<string | null> {
  const roots = await git(gitDir, ["rev-list", "--max-parents=0", "--timestamp", "HEAD", "--"]).catch(() => null);
  const seconds =
    roots
      ?.toString("utf8")
      .trim()
      .split("\n")
      .map((line) => Number.parseInt(line, 10)) ?? [];
  return seconds.length === 0 ? null : fromSeconds(Math.min(...seconds));
}

async function readObject(gitDir: string, expression: string): Promise<GitObject | null> {
  // A line feed would be a second question to git.
  if (/[\n\0]/.test(expression)) return null;
  const output = await git(gitDir, ["cat-file", "--batch"], `${expression}\n`);
  const end = output.indexOf(0x0a);
  const [oid = "", type, size] = output.toString("utf8", 0, end).split(" ");
  if (size === undefined) return null;
  if (type !== "blob" && type !== "tree" && type !== "commit" && type !== "tag") {
    throw new GitFailed(`git cat-file knows a type ${type}`);
  }
  return { oid, type, bytes: output.subarray(end + 1, end + 1 + Number(size)) };
}

function parseListing(output: Buffer): readonly ListedEntry[] {
  const lines = output.toString("utf8").split("\0").slice(0, -1);
  return lines.map((line) => {
    const [, mode = "", type = "", oid = "", size = "", path = ""] =
      /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
    if (type !== "blob" && type !== "tree" && type !== "commit") throw new GitFailed(`git ls-tree wrote: ${line}`);
    return { path, mode, type, oid, size: size === "-" ? null : Number(size) };
  });
}

/** fromSeconds writes a moment without milliseconds, as GitHub writes a DateTime. */
export function fromSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
