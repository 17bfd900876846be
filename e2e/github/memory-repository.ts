import { createHash } from "node:crypto";
import { fromSeconds, type GitObject, type GitRepository, type ListedEntry } from "./git-repository.ts";

/** MemoryCommit is one commit: when it was made, and what it holds. */
export interface MemoryCommit {
  readonly committedSeconds: number;
  /** Every file's text by its path; asked for again whenever it is needed, so that only listings stay in memory. */
  readonly files: () => ReadonlyMap<string, string>;
}

const headNames: ReadonlySet<string> = new Set(["HEAD", "refs/heads/main"]);

interface Version {
  readonly oid: string;
  readonly rootOid: string;
  readonly committedSeconds: number;
  readonly files: () => ReadonlyMap<string, string>;
  /** Every path as `git ls-tree -r -t` lists them: each folder before what is in it. */
  readonly entries: ReadonlyMap<string, ListedEntry>;
}

/**
 * createMemoryRepository is a repository without git: commits on `main`, each the only parent of the next, made of
 * texts. Blob ids are git's own; those of folders and of commits are digests of what they hold, which is all that a
 * reader can tell. A commit is listed when it is first needed, so that a long past costs nothing until somebody asks.
 *
 * @param commits the oldest first, at least one.
 */
export function createMemoryRepository(commits: readonly MemoryCommit[]): GitRepository {
  const listed = new Map<MemoryCommit, Version>();
  const newestFirst = commits.toReversed();
  const versionAt = (place: number): Version | undefined => {
    const commit = newestFirst[place];
    if (commit === undefined) return undefined;
    const version = listed.get(commit) ?? listCommit(commit);
    listed.set(commit, version);
    return version;
  };
  /** Most of what is asked for is at the head, and then nothing older is listed. */
  const placeOf = (isWanted: (version: Version) => boolean): number =>
    newestFirst.findIndex((_, place) => {
      const version = versionAt(place);
      return version !== undefined && isWanted(version);
    });

  return {
    async readHead() {
      const head = versionAt(0);
      if (head === undefined) return null;
      return { branch: "main", oid: head.oid, committedDate: fromSeconds(head.committedSeconds) };
    },
    readCreatedAt: async () => fromSeconds(commits[0]?.committedSeconds ?? 0),
    async listCommit(oid) {
      return [...(versionAt(placeOf((version) => version.oid === oid))?.entries.values() ?? [])];
    },
    async listTree(oid, isRecursive) {
      const version = versionAt(placeOf((one) => hasTree(one, oid)));
      const below = version === undefined ? [] : listBelow(version, oid);
      return below.filter(({ path }) => isRecursive || !path.includes("/"));
    },
    async listRevisions(args) {
      const age = args.find((arg) => arg.startsWith("--max-age="));
      const since = Number(age?.slice("--max-age=".length) ?? 0);
      const [oid, , ...paths] = args.filter((arg) => arg !== age);
      const lines: string[] = [];
      for (let place = placeOf((version) => version.oid === oid); ; place += 1) {
        const version = versionAt(place);
        if (version === undefined || version.committedSeconds < since) return lines.join("");
        const before = versionAt(place + 1);
        const isTouched = paths.some((path) => version.entries.get(path)?.oid !== before?.entries.get(path)?.oid);
        if (isTouched) lines.push(`${version.committedSeconds} ${version.oid}\n`);
      }
    },
    async readObject(expression) {
      if (headNames.has(expression)) return commitObject(versionAt(0));
      const [, oid = "", suffix] = /^([0-9a-f]{40})(\^\{tree\}|\^)?$/.exec(expression) ?? [];
      const place = placeOf((version) => version.oid === oid || findEntry(version, oid) !== undefined);
      const version = versionAt(place);
      if (version === undefined) return null;
      if (findFolder(version, oid) !== undefined) return objectOf(oid, "tree", "");
      const blob = findBlob(version, oid);
      if (blob !== undefined) return objectOf(oid, "blob", version.files().get(blob.path) ?? "");
      if (suffix === "^{tree}") return objectOf(version.rootOid, "tree", "");
      return commitObject(suffix === "^" ? versionAt(place + 1) : version);
    },
  };
}

function findBlob({ entries }: Version, wanted: string): ListedEntry | undefined {
  return [...entries.values()].find(({ type, oid }) => type === "blob" && oid === wanted);
}

function findFolder({ entries }: Version, wanted: string): ListedEntry | undefined {
  return [...entries.values()].find(({ type, oid }) => type === "tree" && oid === wanted);
}

function findEntry({ entries }: Version, wanted: string): ListedEntry | undefined {
  return [...entries.values()].find(({ oid }) => oid === wanted);
}

function hasTree(version: Version, wanted: string): boolean {
  return wanted === version.oid || wanted === version.rootOid || findFolder(version, wanted) !== undefined;
}

/** The entries of a tree of this version, relative to it. */
function listBelow(version: Version, wanted: string): readonly ListedEntry[] {
  const folder = findFolder(version, wanted);
  const prefix = folder === undefined ? "" : `${folder.path}/`;
  return [...version.entries.values()]
    .filter(({ path }) => path.startsWith(prefix))
    .map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }));
}

function commitObject(version: Version | undefined): GitObject | null {
  if (version === undefined) return null;
  return objectOf(version.oid, "commit", `committer Memory <memory@example.com> ${version.committedSeconds} +0000\n`);
}

function objectOf(oid: string, type: GitObject["type"], text: string): GitObject {
  return { oid, type, bytes: Buffer.from(text) };
}

function listCommit({ committedSeconds, files: makeFiles }: MemoryCommit): Version {
  const files = [...makeFiles()].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = new Map<string, ListedEntry>();
  for (const [path, text] of files) {
    for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
      const folder = path.slice(0, slash);
      if (entries.has(folder)) continue;
      // Relative to the folder, as in git: one that holds nothing but another folder is not that one.
      const inside = files.flatMap(([other, text]) =>
        other.startsWith(`${folder}/`) ? [[other.slice(folder.length + 1), text] as const] : [],
      );
      entries.set(folder, { path: folder, mode: "040000", type: "tree", oid: digestOf(inside), size: null });
    }
    const size = Buffer.byteLength(text);
    entries.set(path, { path, mode: "100644", type: "blob", oid: digest(`blob ${size}\0${text}`), size });
  }
  const rootOid = digestOf(files);
  return { oid: digest(`commit ${committedSeconds} ${rootOid}`), rootOid, committedSeconds, files: makeFiles, entries };
}

function digestOf(files: readonly (readonly [string, string])[]): string {
  return digest(`tree ${JSON.stringify(files)}`);
}

function digest(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
