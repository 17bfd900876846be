import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { AppError } from "#lib/errors/app-error.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { forgetRowParsers } from "./forget-row-parsers.ts";
import { findPrismaDirectory } from "./migrations.ts";

/** Embedded is an open PGlite and the lock on its folder. */
export interface Embedded {
  readonly pglite: PGlite;
  readonly lock: FolderLock;
  readonly close: () => Promise<void>;
}

// What PGlite 0.5 is built from; it cannot open the files of another one.
const postgresMajor = "18";

/**
 * openEmbedded locks the folder and opens PGlite in it, making both when they are not there yet.
 *
 * @throws AppError `database-locked`, or `database-unavailable` when the folder cannot be used or is damaged.
 */
export async function openEmbedded(directory: string): Promise<Embedded> {
  const lock = lockFolder(directory, new Date().toISOString());
  try {
    const data = join(directory, "data");
    if (!existsSync(data)) await makeData(data);
    refuseOtherVersion(directory, data);
    forgetPostmaster(data);
    const pglite = await PGlite.create(data, { startParams });
    await forgetRowParsers(pglite);
    return {
      pglite,
      lock,
      close: async () => {
        await pglite.close();
        lock.release();
      },
    };
  } catch (cause) {
    lock.release();
    throw cause instanceof AppError ? cause : damaged(directory, cause);
  }
}

// PostgreSQL's cache of its pages. 32 MB instead of the usual 128 costs no time that was seen; the system keeps the
// files in memory as well.
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"];

/**
 * Making a database takes seconds. Under another name until it is whole, one that was interrupted is just made again:
 * each time under a name of its own, because what makes it outlives a killed process by these seconds.
 */
async function makeData(data: string): Promise<void> {
  const part = mkdtempSync(`${data}.part-`);
  await makeInProcess(part);
  renameSync(part, data);
  removeParts(data);
}

function removeParts(data: string): void {
  const parts = `${basename(data)}.part`;
  for (const name of readdirSync(dirname(data)).filter((name) => name.startsWith(parts))) {
    try {
      rmSync(join(dirname(data), name), { recursive: true, force: true });
    } catch {
      // Something still writes there. What is left takes room and does no harm.
    }
  }
}

// It takes a gigabyte, which a process does not give back; so one that lives for these seconds only makes it.
const making = `
  const { PGlite } = await import("@electric-sql/pglite");
  await (await PGlite.create(process.argv[1])).close();`;

async function makeInProcess(folder: string): Promise<void> {
  const args = ["--input-type=module", "--eval", making, "--", resolve(folder)];
  await promisify(execFile)(process.execPath, args, { cwd: dirname(findPrismaDirectory()) });
}

/** PGlite would make a new database over one without `PG_VERSION`, and only say of another version that it failed. */
function refuseOtherVersion(directory: string, data: string): void {
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version === postgresMajor) return;
  throw new AppError(
    "database-unavailable",
    `The database in ${directory} was made with PostgreSQL ${version}, and this version of Flakeboard has ${postgresMajor}. Start the Flakeboard that made it, or move that folder away and start again.`,
    { context: { directory, version } },
  );
}

/**
 * PostgreSQL's own lock is a file, which a killed process leaves behind: in PGlite it stops nobody, since every process
 * has the same number there, unless that process was killed before it had written it. An empty one is never opened.
 * Whoever has the lock of the folder is alone, so what lies there is a remnant.
 */
function forgetPostmaster(data: string): void {
  rmSync(join(data, "postmaster.pid"), { force: true });
}

function damaged(directory: string, cause: unknown): AppError {
  return new AppError(
    "database-unavailable",
    `The database in ${directory} does not open; it is damaged. Put a backup of that folder back, or move it away and start again: a scan reads everything anew, only past trends and waivers are lost.`,
    { cause, context: { directory } },
  );
}
