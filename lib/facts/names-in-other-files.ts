import { posix } from "node:path";
import { oncePerSnapshot } from "./snapshot-files.ts";

/**
 * namesInOtherFiles are all words in the Nix files of a repository, flakes apart, that could be the name of an input:
 * those in comments and texts too, for this only ever raises a doubt.
 */
export const namesInOtherFiles = oncePerSnapshot((files): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const [path, file] of files.texts) {
    if (file.status !== "text" || !path.endsWith(".nix") || posix.basename(path) === "flake.nix") continue;
    for (const [name] of file.text.matchAll(/[a-zA-Z_][\w'-]*/g)) names.add(name);
  }
  return names;
});
