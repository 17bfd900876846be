import { posix } from "node:path";
import type { TreeEntry } from "#lib/model/tree.ts";
import { families } from "./families.ts";
import { isFile } from "./snapshot-files.ts";

// The largest flakes import some eighty files, a repository of many machines has a few hundred; beyond, it is Nixpkgs.
const welcomeFilesMax = 400;
const welcomeSizeBytesMax = 4_000_000;

// A Nix file or a README that a person wrote is smaller; generated ones are of no interest.
const welcomeFileSizeBytesMax = 256_000;

/**
 * wantedFiles are the files that must be read to observe a repository: every one that some family needs and, in a
 * repository with a flake, those that are welcome, as far as the bounds go, the nearest to the root first.
 *
 * @param entries all paths that were listed.
 */
export function wantedFiles(entries: Iterable<TreeEntry>): readonly TreeEntry[] {
  const files = [...entries].filter(isFile);
  const needed = files.filter(({ path }) => families.some((family) => family.wants(path) === "needed"));
  if (!files.some(({ path }) => posix.basename(path) === "flake.nix")) return needed;
  return [...needed, ...withinBounds(files.filter(isWelcome))];
}

/** isWelcome says whether a file is read as far as the bounds go: some family welcomes it, and none needs it. */
export function isWelcome({ path, sizeBytes }: TreeEntry): boolean {
  if (sizeBytes !== null && sizeBytes > welcomeFileSizeBytesMax) return false;
  const wishes = families.map((family) => family.wants(path));
  return wishes.includes("welcome") && !wishes.includes("needed");
}

function withinBounds(files: readonly TreeEntry[]): readonly TreeEntry[] {
  const nearest = files.toSorted((one, other) => depth(one) - depth(other) || (one.path < other.path ? -1 : 1));
  const chosen: TreeEntry[] = [];
  let sizeBytes = 0;
  for (const file of nearest.slice(0, welcomeFilesMax)) {
    sizeBytes += file.sizeBytes ?? 0;
    if (sizeBytes > welcomeSizeBytesMax) break;
    chosen.push(file);
  }
  return chosen;
}

function depth({ path }: TreeEntry): number {
  return path.split("/").length;
}
