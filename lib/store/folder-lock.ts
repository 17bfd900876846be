import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";

/** FolderHolder is the process that holds an embedded database, as it wrote itself down. */
export interface FolderHolder {
  readonly pid: number;
  /** The machine or container that `pid` belongs to. */
  readonly host: string;
  readonly startedAt: Instant;
  /** Where it serves, `http://127.0.0.1:3000`; null while it serves nothing. */
  readonly address: string | null;
}

/** FolderLock is the right to open an embedded database, until `release` or the end of the process. */
export interface FolderLock {
  /** Writes down where this process serves, so that others can name it. */
  readonly announce: (address: string) => void;
  readonly release: () => void;
}

const holderSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  startedAt: z.iso.datetime(),
  address: z.url().nullable(),
});

// Half a second: a process that is just ending, or two that start at once, are through by then.
const waitMs = 500;

// SQLite's result codes, https://www.sqlite.org/rescode.html: another connection has the lock; the lock could not be asked for.
const sqliteBusy = 5;

/**
 * lockFolder takes the exclusive right to a folder, or refuses at once.
 *
 * PGlite itself takes no lock, and two processes on one folder ruin it. The lock is an exclusive transaction on an
 * empty SQLite file, that is a POSIX record lock (LockFileEx on Windows), which the kernel gives to exactly one process
 * and takes back when that process ends, however it ends. So no stale lock can be left behind, pids may repeat,
 * and containers that share the folder on one machine see each other. `holder.json` beside it only puts a name to it.
 *
 * @throws AppError `database-locked` naming the holder; `database-unavailable` when the folder cannot be written, or
 * its file system cannot lock.
 */
export function lockFolder(directory: string, startedAt: Instant): FolderLock {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw notWritable(directory, cause);
  }
  const file = lockFile(directory);
  const holder = { pid: process.pid, host: hostname(), startedAt, address: null };
  try {
    writeHolder(directory, holder);
  } catch (cause) {
    file.close();
    throw notWritable(directory, cause);
  }
  return {
    announce: (address) => writeHolder(directory, { ...holder, address }),
    release: () => {
      rmSync(holderPath(directory), { force: true });
      file.close();
    },
  };
}

function lockFile(directory: string): { readonly close: () => void } {
  // Through `process`, because bundlers do not all know this built-in module yet.
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
  const path = join(directory, "lock");
  let file: InstanceType<typeof DatabaseSync>;
  try {
    // SQLite would fall back to reading, and what cannot be written cannot be locked. Only asked and never opened here:
    // closing any other handle on the file would drop a lock that this process holds already.
    if (existsSync(path)) accessSync(path, constants.W_OK);
    file = new DatabaseSync(path, { timeout: waitMs });
  } catch (cause) {
    throw notWritable(directory, cause);
  }
  try {
    // No journal: the file stays empty, its lock is all that is wanted.
    file.exec("PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
    return file;
  } catch (cause) {
    file.close();
    if (sqliteCode(cause) === sqliteBusy) throw lockedBy(directory, findFolderHolder(directory), cause);
    throw notWritable(directory, cause);
  }
}

/** findFolderHolder reads who wrote itself down last; undefined when nobody did or it cannot be read. */
export function findFolderHolder(directory: string): FolderHolder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(holderPath(directory), "utf8")));
  } catch {
    // Only words for an error depend on it; without it they stay general.
    return undefined;
  }
}

function holderPath(directory: string): string {
  return join(directory, "holder.json");
}

function writeHolder(directory: string, holder: FolderHolder): void {
  // Renamed into place, so that a reader never sees half of it.
  const part = `${holderPath(directory)}.part`;
  writeFileSync(part, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  renameSync(part, holderPath(directory));
}

function lockedBy(directory: string, holder: FolderHolder | undefined, cause: unknown): AppError {
  if (holder === undefined) {
    const message = `The database in ${directory} is in use by another process. Stop that process, or set FLAKEBOARD_DATA to another folder.`;
    return new AppError("database-locked", message, { cause, context: { directory }, isRetryable: true });
  }
  const { pid, host, startedAt, address } = holder;
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  const serving = address === null ? "" : `, which serves ${address}`;
  const mend = address === null ? "Wait until it ends, or stop it." : `Use ${address}, or stop it.`;
  return new AppError(
    "database-locked",
    `The database in ${directory} is in use by ${where}, running since ${startedAt}${serving}. ${mend}`,
    {
      cause,
      context: { directory, pid, host, startedAt, ...(address === null ? {} : { address }) },
      isRetryable: true,
    },
  );
}

function notWritable(directory: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    "database-unavailable",
    `The folder ${directory} cannot hold the database: ${reason}. Make it writable for this user and keep it on a local disk, or set FLAKEBOARD_DATA to another folder.`,
    { cause, context: { directory } },
  );
}

function sqliteCode(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : undefined;
}
