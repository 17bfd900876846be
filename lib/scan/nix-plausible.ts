import type { Repository } from "#lib/model/repository.ts";
import type { TreeEntry } from "#lib/model/tree.ts";

const rootMarkers: ReadonlySet<string> = new Set([
  "flake.nix",
  "flake.lock",
  "default.nix",
  "shell.nix",
  "release.nix",
  "nix",
  "npins",
  ".envrc",
  "devenv.nix",
  "devenv.yaml",
  "devbox.json",
  "garnix.yaml",
]);

/**
 * isNixPlausible says whether it is worth listing the whole tree of a repository: its root shows Nix, one of its
 * languages is Nix, or its last snapshot had a flake. Linguist counts every `.nix` file as the language Nix, so a
 * flake in a sub-folder shows there.
 */
export function isNixPlausible(repository: Repository, entries: readonly TreeEntry[], hadFlake: boolean): boolean {
  return (
    hadFlake ||
    repository.languages.some((language) => language.name === "Nix") ||
    entries.some((entry) => rootMarkers.has(entry.path) || entry.path.endsWith(".nix"))
  );
}
