import { posix } from "node:path";
import { type NixSource, parseSource } from "#lib/nix/outputs/repository-files.ts";
import { readFlakes } from "./read-flakes.ts";
import { oncePerSnapshot, textOf } from "./snapshot-files.ts";

/** parsedNix gives a Nix file as parsed, once for all families; undefined where there is no text. */
export const parsedNix = oncePerSnapshot((files) => {
  const parsed = new Map<string, NixSource>();
  for (const { directory, content } of readFlakes(files)) {
    if (content.status === "parsed") parsed.set(posix.join(directory, "flake.nix"), content.flake);
  }
  return (path: string): NixSource | undefined => {
    const known = parsed.get(path);
    if (known !== undefined) return known;
    const text = textOf(files, path);
    if (!text.known) return undefined;
    const source = parseSource(text.value);
    parsed.set(path, source);
    return source;
  };
});
