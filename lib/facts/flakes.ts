import { posix } from "node:path";
import type { FlakeFacts, LockFacts, ParseFacts } from "#lib/model/flake.ts";
import { inputFacts } from "./input-facts.ts";
import { lockFacts, type ReadLock, readLock } from "./lock-facts.ts";
import { outputsFacts } from "./outputs-facts.ts";
import { type ReadFlake, readFlakes } from "./read-flakes.ts";
import type { FactFamily, SnapshotFiles } from "./snapshot-files.ts";

/** flakes observes every flake of the repository, each with its inputs and its lock. Sorted by directory. */
export const flakes: FactFamily<readonly FlakeFacts[]> = {
  wants: (path) => ["flake.nix", "flake.lock"].includes(posix.basename(path)),
  extract: (files) => readFlakes(files).map((flake) => flakeFacts(flake, files)),
};

function flakeFacts({ directory, role, content }: ReadFlake, files: SnapshotFiles): FlakeFacts {
  const flakePath = posix.join(directory, "flake.nix");
  const lockPath = posix.join(directory, "flake.lock");
  const lock = readLock(lockPath, files);
  const parsed = content.status === "parsed" ? content.flake : null;
  return {
    directory,
    role,
    parse: parseFactsOf(content),
    description: parsed?.description ?? null,
    inputs: inputFacts(parsed, lock, { flakePath, lockPath }),
    outputs: parsed === null ? null : outputsFacts(parsed, directory, files),
    lock: lockFactsOf(lock),
  };
}

function parseFactsOf(content: ReadFlake["content"]): ParseFacts {
  if (content.status === "unread") return content;
  const { parse } = content.flake;
  if (parse.status === "ok") return parse;
  const { message, line, column } = parse;
  return { status: "error", message, line, column };
}

function lockFactsOf(lock: ReadLock): LockFacts {
  return lock.status === "ok" ? lockFacts(lock) : lock;
}
