import { once } from "node:events";
import { AppError } from "#lib/errors/app-error.ts";
import type { FileText } from "#lib/model/tree.ts";
import { fileTextOf } from "../file-text.ts";
import { textSizeBytesMax } from "../source-provider.ts";
import { ByteReader } from "./byte-reader.ts";
import { gitIsMissing, startGit } from "./git-process.ts";

/** ObjectOutcome is the text of one git object, or why this one could not be read. */
export type ObjectOutcome = FileText | { readonly status: "failed"; readonly error: AppError };

const objectId = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * readObjects gives the text of each blob of `oids`, in their order, through one `git cat-file --batch`.
 * What is not in the repository, or is no blob, is `missing`. Git gives up at a damaged object: that one is `failed`,
 * and a new process goes on behind it.
 *
 * @throws the signal's reason when it fires; AppError `config` when git is not installed.
 */
export async function* readObjects(
  gitDir: string,
  oids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ObjectOutcome> {
  for (let at = 0; at < oids.length; ) {
    for await (const outcome of readUntilDamaged(gitDir, oids.slice(at), signal)) {
      at += 1;
      yield outcome;
    }
    signal.throwIfAborted();
    const damaged = oids[at];
    if (damaged === undefined) return;
    at += 1;
    yield {
      status: "failed",
      error: new AppError("parse", `git could not read the object ${damaged}; it is damaged.`),
    };
  }
}

async function* readUntilDamaged(
  gitDir: string,
  oids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ObjectOutcome> {
  const git = startGit(gitDir, ["cat-file", "--batch"], signal);
  const failure = once(git, "close").then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    const reader = new ByteReader(git.stdout);
    // Anything but an object id would be a revision expression to git, or break the dialogue.
    git.stdin.end(oids.map((oid) => `${objectId.test(oid) ? oid : "0".repeat(40)}\n`).join(""));
    for (const _ of oids) {
      const outcome = await readAnswer(reader);
      if (outcome === undefined) break;
      yield outcome;
    }
  } finally {
    git.kill("SIGKILL");
    await failure;
  }
  const error = await failure;
  if (error instanceof Error && "code" in error && error.code === "ENOENT") throw gitIsMissing(error);
}

/** An answer is `<oid> <type> <size>`, the bytes and a line feed, or `<oid> missing`; undefined when git stopped. */
async function readAnswer(reader: ByteReader): Promise<FileText | undefined> {
  const header = await reader.readLine();
  if (header === undefined) return undefined;
  const [, type, size] = header.split(" ");
  if (size === undefined) return { status: "missing" };
  const sizeBytes = Number(size);
  if (type !== "blob" || sizeBytes > textSizeBytesMax) {
    if (!(await reader.skipBytes(sizeBytes + 1))) return undefined;
    return type === "blob" ? { status: "too-large", sizeBytes } : { status: "missing" };
  }
  const bytes = await reader.readBytes(sizeBytes);
  if (bytes === undefined || !(await reader.skipBytes(1))) return undefined;
  return fileTextOf(bytes);
}
