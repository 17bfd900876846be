import { posix } from "node:path";
import type { Instant } from "#lib/model/instant.ts";
import type { Repository } from "#lib/model/repository.ts";

/** PastRequest asks for the past of one repository. */
export interface PastRequest {
  readonly id: string;
  readonly repository: Repository;
  readonly flakeDirectories: readonly string[];
  /** It uses Nix today; otherwise only whether it ever had a flake in its root is asked. */
  readonly hasNix: boolean;
  readonly observedFrom: Instant;
}

/** PastRegion is the part of a repository that is looked at in its past. */
export interface PastRegion {
  /** A commit that touches none of these changes nothing that is measured. */
  readonly paths: readonly string[];
  /** The folders whose files are listed, besides the root; a folder before what lies in it. */
  readonly folders: readonly string[];
}

// A repository of hundreds of flakes is a collection; its past is that of the first ones.
const flakesMax = 10;

/**
 * pastRegion is the root's flake, that of every folder that holds one today, and the workflows and settings in
 * `.github`. Whatever else stands in the root is seen as it was at those commits.
 *
 * A flake that stood in a folder which has none today is not found: no provider can be asked for a file of any folder.
 */
export function pastRegion(flakeDirectories: readonly string[]): PastRegion {
  const directories = [
    ".",
    ...flakeDirectories
      .filter((directory) => directory !== ".")
      .sort()
      .slice(0, flakesMax),
  ];
  return {
    paths: [
      ...directories.flatMap((directory) => [posix.join(directory, "flake.nix"), posix.join(directory, "flake.lock")]),
      ".github",
    ],
    folders: [...new Set([".github", ".github/workflows", ...directories.flatMap(withParents)])].sort(),
  };
}

/** rootRegion is the region of a repository that shows no Nix today: whether it ever had a flake in its root. */
export const rootRegion: PastRegion = { paths: ["flake.nix"], folders: [] };

function withParents(directory: string): readonly string[] {
  if (directory === ".") return [];
  return [...withParents(posix.dirname(directory)), directory];
}
