import { posix } from "node:path";
import type { SourceText } from "#lib/nix/language/source-text.ts";
import type { Expression } from "#lib/nix/language/syntax-tree.ts";
import { pathRole } from "./flake-role.ts";
import { parsedNix } from "./parsed-nix.ts";
import { readFlakes } from "./read-flakes.ts";
import { oncePerSnapshot, pathsWhere, type SnapshotFiles, textOf } from "./snapshot-files.ts";

/** NixSource is one Nix file of a repository, parsed; what Nix would refuse in it is an `error` node. */
export interface NixSource {
  readonly path: string;
  readonly text: SourceText;
  readonly expression: Expression;
}

// The files that are welcome have four million characters at most; flakes are needed and come on top.
const totalLengthMax = 8_000_000;

/**
 * readNixSources parses every Nix file that was read and is the repository's own work: templates, examples and tests
 * are for show. Sorted by path.
 */
export const readNixSources = oncePerSnapshot((files): readonly NixSource[] => {
  const isOwn = ownPaths(files);
  const sources: NixSource[] = [];
  let totalLength = 0;
  for (const path of pathsWhere(files, (candidate) => candidate.endsWith(".nix") && isOwn(candidate))) {
    const text = textOf(files, path);
    if (!text.known) continue;
    totalLength += text.value.length;
    if (totalLength > totalLengthMax) break;
    const source = parsedNix(files)(path);
    if (source !== undefined) sources.push({ path, ...source });
  }
  return sources;
});

/** ownPaths says of a path whether it is the repository's own work, not a template, an example or a test. */
export function ownPaths(files: SnapshotFiles): (path: string) => boolean {
  const shown = readFlakes(files).flatMap(({ directory, role }) => (role === "main" ? [] : [`${directory}/`]));
  return (path) =>
    pathRole(posix.dirname(path)) === "main" &&
    pathRole(posix.basename(path, posix.extname(path))) === "main" &&
    !shown.some((folder) => path.startsWith(folder));
}
