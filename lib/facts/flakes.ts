import { posix } from "node:path";
import type { FlakeCheckerFacts, FlakeFacts, ParseFacts } from "#lib/model/flake.ts";
import { selectSubjects } from "#lib/nix/flake-checker/check-lock.ts";
import { inputFacts } from "./input-facts.ts";
import { lockFacts, readLock } from "./lock-facts.ts";
import { outputsFacts } from "./outputs-facts.ts";
import { type ReadFlake, readFlakes } from "./read-flakes.ts";
import { type FactFamily, isFile, type SnapshotFiles, textOf } from "./snapshot-files.ts";

/** flakes observes every flake of the repository, each with its inputs and its lock. Sorted by directory. */
export const flakes: FactFamily<readonly FlakeFacts[]> = {
  wants(path) {
    if (["flake.nix", "flake.lock"].includes(posix.basename(path))) return "needed";
    // Outputs and inputs may lie in files that flake.nix imports.
    return path.endsWith(".nix") ? "welcome" : "none";
  },
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
    nixConfig:
      parsed?.nixConfig.map(({ name, value, line }) => ({ name, value, evidence: { path: flakePath, line } })) ?? [],
    outputs: parsed === null ? null : outputsFacts(parsed, directory, files),
    lock: lock.status === "ok" ? lockFacts(lock, parsed) : lock,
    flakeChecker: flakeCheckerFacts(lockPath, files),
  };
}

/** flake-checker reads the lock alone, and in its own way: it may refuse what Nix takes, and take what Nix refuses. */
function flakeCheckerFacts(lockPath: string, files: SnapshotFiles): FlakeCheckerFacts | null {
  if (!isFile(files.entries.get(lockPath))) return null;
  const text = textOf(files, lockPath);
  return text.known ? selectSubjects(text.value) : null;
}

function parseFactsOf(content: ReadFlake["content"]): ParseFacts {
  if (content.status === "unread") return content;
  const { parse } = content.flake;
  if (parse.status === "ok") return parse;
  const { message, line, column } = parse;
  return { status: "error", message, line, column };
}
