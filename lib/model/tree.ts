/** TreeEntryType is what Git stores at a path. Only a `file` has text; the others are never mistaken for it. */
export type TreeEntryType = "file" | "executable" | "symlink" | "submodule" | "directory";

/** TreeEntry is one path of a commit's tree. */
export interface TreeEntry {
  /** Relative to the root of the repository, `/`-separated, without a leading slash. */
  readonly path: string;
  readonly type: TreeEntryType;
  /** Git's object id, 40 or 64 hexadecimal digits. */
  readonly oid: string;
  /** Of a file; null where the provider does not say. */
  readonly sizeBytes: number | null;
}

/** Tree is the list of paths of one commit. `isTruncated` says that some could not be listed. */
export interface Tree {
  readonly entries: readonly TreeEntry[];
  readonly isTruncated: boolean;
}

/**
 * FileText is the outcome of reading one file.
 * `too-large` is beyond the reading limit, `binary` holds NUL bytes or is not UTF-8, `missing` could not be found.
 */
export type FileText =
  | { readonly status: "text"; readonly text: string }
  | { readonly status: "too-large"; readonly sizeBytes: number }
  | { readonly status: "binary" }
  | { readonly status: "missing" };
