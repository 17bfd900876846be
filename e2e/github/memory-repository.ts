import { createHash } from "node:crypto";
import type { GitRepository, ListedEntry } from "./git-repository.ts";

/** MemoryRepositoryOptions are one commit: its files by path, and when it was made. */
export interface MemoryRepositoryOptions {
  readonly files: ReadonlyMap<string, string>;
  /** Without milliseconds, as GitHub writes a DateTime. */
  readonly committedDate: string;
}

/**
 * createMemoryRepository is a repository without git: one commit on `main`, made of texts. Blob ids are git's own;
 * those of folders and of the commit are digests of what they hold, which is all that a reader can tell.
 */
export function createMemoryRepository({ files, committedDate }: MemoryRepositoryOptions): GitRepository {
  let made: ReturnType<typeof listFiles> | undefined;
  const listing = () => {
    made ??= listFiles(files);
    return made;
  };
  const head = () => ({ branch: "main", oid: digest(`commit ${committedDate} ${listing().rootOid}`), committedDate });
  return {
    readHead: async () => head(),
    readCreatedAt: async () => committedDate,
    listCommit: async () => listing().entries,
    async listTree(oid, isRecursive) {
      const { entries, rootOid } = listing();
      const folder = entries.find((entry) => entry.type === "tree" && entry.oid === oid);
      const prefix = oid === rootOid || oid === head().oid ? "" : `${folder?.path}/`;
      const below = entries.filter(({ path }) => path.startsWith(prefix));
      const relative = below.map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }));
      return isRecursive ? relative : relative.filter(({ path }) => !path.includes("/"));
    },
    // The only commit touched every path.
    listRevisions: async () => `${Date.parse(committedDate) / 1000} ${head().oid}\n`,
    async readObject(expression) {
      const { entries, rootOid } = listing();
      if (expression === `${head().oid}^{tree}`) return { oid: rootOid, type: "tree", bytes: Buffer.alloc(0) };
      const entry = entries.find(({ type, oid }) => type === "blob" && oid === expression);
      const text = entry === undefined ? undefined : files.get(entry.path);
      return text === undefined ? null : { oid: expression, type: "blob", bytes: Buffer.from(text) };
    },
  };
}

/** Every path as `git ls-tree -r -t` lists them: each folder before what is in it. */
function listFiles(files: ReadonlyMap<string, string>) {
  const entries = new Map<string, ListedEntry>();
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
      const folder = path.slice(0, slash);
      if (entries.has(folder)) continue;
      const inside = [...files].filter(([other]) => other.startsWith(`${folder}/`));
      entries.set(folder, { path: folder, mode: "040000", type: "tree", oid: digestOf(inside), size: null });
    }
    const size = Buffer.byteLength(text);
    entries.set(path, { path, mode: "100644", type: "blob", oid: digest(`blob ${size}\0${text}`), size });
  }
  return { entries: [...entries.values()], rootOid: digestOf([...files]) };
}

function digestOf(files: readonly (readonly [string, string])[]): string {
  return digest(`tree ${JSON.stringify(files)}`);
}

function digest(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
