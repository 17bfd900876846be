import type { TreeEntry, TreeEntryType } from "#lib/model/tree.ts";

/** WireEntry is a tree entry as GraphQL and REST give it, with the mode as a number. */
interface WireEntry {
  readonly path: string;
  /** Git's file mode: 0o100644 and so on. */
  readonly mode: number;
  readonly oid: string;
  readonly size?: number | null | undefined;
}

/** entryFromMode reshapes one entry. Only files keep a size: that of a symlink is its target's length. */
export function entryFromMode({ path, mode, oid, size }: WireEntry): TreeEntry {
  const type = typeFromMode(mode);
  const isFile = type === "file" || type === "executable";
  return { path, type, oid, sizeBytes: isFile ? (size ?? null) : null };
}

/** The kind stands in the upper bits (git, Documentation/gitformat-index.adoc); of the permissions only x counts. */
function typeFromMode(mode: number): TreeEntryType {
  const kind = mode & 0o170000;
  if (kind === 0o040000) return "directory";
  if (kind === 0o120000) return "symlink";
  if (kind === 0o160000) return "submodule";
  return (mode & 0o100) === 0 ? "file" : "executable";
}
