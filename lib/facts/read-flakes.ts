import { posix } from "node:path";
import picomatch from "picomatch";
import type { FlakeRole } from "#lib/model/flake.ts";
import { parseFlake } from "#lib/nix/flake/parse-flake.ts";
import type { ParsedFlake } from "#lib/nix/flake/parsed-flake.ts";
import { isFlakeBlank } from "./flake-blank.ts";
import { flakeRole } from "./flake-role.ts";
import { isFile, oncePerSnapshot, type SnapshotFiles } from "./snapshot-files.ts";
import { templateFolders } from "./template-folders.ts";

/** ReadFlake is a flake.nix as far as it could be read. */
export interface ReadFlake {
  /** The folder of flake.nix, `.` for the root. */
  readonly directory: string;
  readonly role: FlakeRole;
  readonly content:
    | { readonly status: "parsed"; readonly flake: ParsedFlake }
    | { readonly status: "unread"; readonly message: string };
}

// The largest collections of templates have a few hundred; what lies beyond is not one repository's own work.
const flakesMax = 500;

/**
 * readFlakes reads every flake of a repository, sorted by directory. What another flake offers as a template is one,
 * whatever its folder is called, and so is a text that a program fills in before it is one. A function in a file called flake.nix, below the root, is a module of that name.
 */
export const readFlakes = oncePerSnapshot((files): readonly ReadFlake[] => {
  const fits = (files.rolesByPath ?? []).map(({ pattern, role }) => ({
    fits: picomatch(pattern, { dot: true }),
    role,
  }));
  const given = (directory: string) => fits.find((rule) => rule.fits(directory))?.role;
  const roleOf = (directory: string) => given(directory) ?? flakeRole(directory);
  const flakes = flakeDirectories(files)
    .map((directory) => ({ directory, role: roleOf(directory), content: readContent(directory, files) }))
    .filter(({ directory, content }) => directory === "." || !isModule(content));
  const templates = new Set(
    flakes.flatMap(({ directory, role, content }) =>
      role === "main" && content.status === "parsed" ? templateFolders(directory, content.flake) : [],
    ),
  );
  return flakes.map((flake) =>
    flake.role === "main" && given(flake.directory) === undefined && isTemplate(flake, templates)
      ? { ...flake, role: "template" }
      : flake,
  );
});

function isTemplate({ directory, content }: ReadFlake, offered: ReadonlySet<string>): boolean {
  return isBelowAny(offered, directory) || (content.status === "parsed" && isFlakeBlank(content.flake));
}

function flakeDirectories(files: SnapshotFiles): readonly string[] {
  const directories: string[] = [];
  for (const [path, entry] of files.entries) {
    if (posix.basename(path) === "flake.nix" && entry.type !== "directory") directories.push(posix.dirname(path));
  }
  return directories.sort().slice(0, flakesMax);
}

function isModule(content: ReadFlake["content"]): boolean {
  return content.status === "parsed" && content.flake.expression.kind === "lambda";
}

function isBelowAny(folders: ReadonlySet<string>, directory: string): boolean {
  for (let folder = directory; folder !== "."; folder = posix.dirname(folder)) if (folders.has(folder)) return true;
  return false;
}

function readContent(directory: string, files: SnapshotFiles): ReadFlake["content"] {
  const path = posix.join(directory, "flake.nix");
  if (!isFile(files.entries.get(path))) return { status: "unread", message: "it is a link, which is not followed" };
  const file = files.texts.get(path);
  if (file?.status === "text") return { status: "parsed", flake: parseFlake(file.text) };
  return { status: "unread", message: file === undefined ? "it was not read" : unreadWords[file.status] };
}

const unreadWords = { "too-large": "it is too large", binary: "it is not text", missing: "it is gone" } as const;
