import { posix } from "node:path";
import type { FlakeFacts, LockFacts, ParseFacts } from "#lib/model/flake.ts";
import { parseFlake } from "#lib/nix/flake/parse-flake.ts";
import type { ParsedFlake } from "#lib/nix/flake/parsed-flake.ts";
import { flakeRole } from "./flake-role.ts";
import { inputFacts } from "./input-facts.ts";
import { lockFacts, type ReadLock, readLock } from "./lock-facts.ts";
import { outputsFacts } from "./outputs-facts.ts";
import { type FactFamily, isFile, type SnapshotFiles } from "./snapshot-files.ts";

// The largest collections of templates have a few hundred; what lies beyond is not one repository's own work.
const flakesMax = 500;

/** flakes observes every flake of the repository, each with its inputs and its lock. Sorted by directory. */
export const flakes: FactFamily<readonly FlakeFacts[]> = {
  wants: (path) => isNamed(path, "flake.nix") || isNamed(path, "flake.lock"),

  extract(files) {
    const directories: string[] = [];
    for (const [path, entry] of files.entries) {
      if (isNamed(path, "flake.nix") && entry.type !== "directory") directories.push(posix.dirname(path));
    }
    return directories
      .sort()
      .slice(0, flakesMax)
      .map((directory) => flakeFacts(directory, files));
  },
};

function isNamed(path: string, name: string): boolean {
  return path === name || path.endsWith(`/${name}`);
}

function flakeFacts(directory: string, files: SnapshotFiles): FlakeFacts {
  const flakePath = posix.join(directory, "flake.nix");
  const lockPath = posix.join(directory, "flake.lock");
  const lock = readLock(lockPath, files);
  const source = readSource(flakePath, files);
  const parsed = source.status === "text" ? parseFlake(source.text) : null;
  return {
    directory,
    role: flakeRole(directory),
    parse:
      parsed === null
        ? { status: "unread", message: source.status === "text" ? "" : source.message }
        : parseFactsOf(parsed),
    description: parsed?.description ?? null,
    inputs: inputFacts(parsed, lock, { flakePath, lockPath }),
    outputs: parsed === null ? null : outputsFacts(parsed, directory, files),
    lock: lockFactsOf(lock),
  };
}

function parseFactsOf({ parse }: ParsedFlake): ParseFacts {
  if (parse.status === "ok") return parse;
  const { message, line, column } = parse;
  return { status: "error", message, line, column };
}

function lockFactsOf(lock: ReadLock): LockFacts {
  return lock.status === "ok" ? lockFacts(lock) : lock;
}

type Source =
  | { readonly status: "text"; readonly text: string }
  | { readonly status: "unread"; readonly message: string };

function readSource(path: string, files: SnapshotFiles): Source {
  if (!isFile(files.entries.get(path))) return { status: "unread", message: "it is a link, which is not followed" };
  const file = files.texts.get(path);
  if (file?.status === "text") return file;
  return { status: "unread", message: file === undefined ? "it was not read" : unreadWords[file.status] };
}

const unreadWords = { "too-large": "it is too large", binary: "it is not text", missing: "it is gone" } as const;
