import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FileText, TreeEntry, TreeEntryType } from "#lib/model/tree.ts";
import { extractFacts } from "../extract-facts.ts";
import type { SnapshotFiles } from "../snapshot-files.ts";
import { wantedFiles } from "../wanted-files.ts";

/** FixtureFile is the text of a file, or what stands at its path instead of text that could be read. */
export type FixtureFile =
  | string
  | "symlink"
  | "submodule"
  | { readonly sizeBytes: number }
  | { readonly isBinary: true };

/** FixtureFiles are the files of a repository by path. */
export type FixtureFiles = Readonly<Record<string, FixtureFile>>;

interface FixtureOptions {
  /** False when not every path could be listed. */
  readonly isComplete?: boolean;
}

/** snapshotOf is a repository with these files, of which only the wanted ones were read, as a scan does. */
export function snapshotOf(files: FixtureFiles, { isComplete = true }: FixtureOptions = {}): SnapshotFiles {
  const paths = Object.keys(files);
  const entries: readonly TreeEntry[] = paths.map((path) => {
    const file = files[path];
    const type: TreeEntryType = file === "symlink" || file === "submodule" ? file : "file";
    return { path, type, oid: "0".repeat(40), sizeBytes: null };
  });
  const texts = new Map<string, FileText>();
  for (const { path } of wantedFiles(entries)) {
    const text = fileText(files[path]);
    if (text !== undefined) texts.set(path, text);
  }
  return { entries: new Map(entries.map((entry) => [entry.path, entry])), isComplete, texts };
}

function fileText(file: FixtureFile | undefined): FileText | undefined {
  // What is no file is never asked for.
  if (file === undefined || file === "symlink" || file === "submodule") return undefined;
  if (typeof file === "string") return { status: "text", text: file };
  return "sizeBytes" in file ? { status: "too-large", sizeBytes: file.sizeBytes } : { status: "binary" };
}

/** factsOf are the facts of a repository with these files. */
export function factsOf(files: FixtureFiles, options: FixtureOptions = {}): RepositoryFacts {
  return extractFacts(snapshotOf(files, options));
}

interface FixtureNode {
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
  readonly locked: Readonly<Record<string, string | number>>;
  readonly original: Readonly<Record<string, string | number>>;
  readonly flake?: boolean;
}

/** lockText is a flake.lock of version 7 whose root has these inputs: labels, or paths that they follow. */
export function lockText(
  inputs: Readonly<Record<string, string | readonly string[]>>,
  nodes: Readonly<Record<string, FixtureNode>>,
): string {
  return JSON.stringify({ nodes: { ...nodes, root: { inputs } }, root: "root", version: 7 }, null, 2);
}

/** githubNode is a lock node of a repository on GitHub, locked at `lastModified` in Unix seconds. */
export function githubNode(
  owner: string,
  repo: string,
  lastModified: number,
  inputs: Readonly<Record<string, string | readonly string[]>> = {},
): FixtureNode {
  const rev = "a".repeat(40);
  const locked = { lastModified, narHash: "sha256-x", owner, repo, rev, type: "github" };
  return { inputs, locked, original: { owner, repo, type: "github" } };
}
