import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { AppError, toAppError } from "#lib/errors/app-error.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";

/** Embedded is an open PGlite and the lock on its folder. */
export interface Embedded {
  readonly pglite: PGlite;
  readonly lock: FolderLock;
  readonly close: () => Promise<void>;
}

/**
 * openEmbedded locks the folder and opens PGlite in it, making both when they are not there yet.
 *
 * @throws AppError `database-locked`, or `database-unavailable` when the folder cannot be used or is damaged.
 */
export async function openEmbedded(directory: string): Promise<Embedded> {
  const lock = lockFolder(directory, new Date().toISOString());
  try {
    const pglite = await PGlite.create(join(directory, "data"));
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
    throw damaged(directory, cause);
  }
}

function damaged(directory: string, cause: unknown): AppError {
  const reason = toAppError(cause).message;
  return new AppError(
    "database-unavailable",
    `The database in ${directory} does not open; it may be damaged (${reason}). Move that folder away and start again: a scan reads everything anew, only past trends and waivers are lost. Or put a backup of it back.`,
    { cause, context: { directory } },
  );
}
