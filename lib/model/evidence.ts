/**
 * Evidence is the place where something was seen: a path inside the repository, and the line where there is one.
 * The commit is that of the snapshot it belongs to. Source text itself is never kept.
 */
export interface Evidence {
  readonly path: string;
  /** 1-based; absent when the whole file is the evidence, or its absence. */
  readonly line?: number;
}
