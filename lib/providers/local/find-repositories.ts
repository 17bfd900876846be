import { lstat, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AppError } from "#lib/errors/app-error.ts";

/** FoundRepository is a folder that claims to be a git repository. Whether it is one, git says later. */
export interface FoundRepository {
  /** The name of the folder: stable, and unique among its siblings. */
  readonly folder: string;
  /** `folder` without `.git`. */
  readonly name: string;
  /** The git directory, or the `.git` file that points to it. */
  readonly gitDir: string;
}

/** FoundRepositories is what a folder holds: several repositories, or it is one repository itself. */
export interface FoundRepositories {
  readonly isSingleRepository: boolean;
  /** Sorted by folder; never empty. */
  readonly repositories: readonly FoundRepository[];
}

const advice = "Give a folder whose children are work trees or bare repositories.";

/**
 * findRepositories looks at the folder `path` (absolute) and its direct children. A child claims to be a repository
 * when it has `.git`, when it looks like a git directory, or when its name ends in `.git`; all others are passed over.
 *
 * @throws AppError with one sentence when the path is missing, is no folder, may not be read, or holds no repository.
 */
export async function findRepositories(path: string, signal: AbortSignal): Promise<FoundRepositories> {
  signal.throwIfAborted();
  const children = await listFolder(path);

  const itself = await findRepository(path);
  if (itself !== undefined) return { isSingleRepository: true, repositories: [itself] };

  const repositories: FoundRepository[] = [];
  for (const child of children.sort()) {
    signal.throwIfAborted();
    const found = await findRepository(join(path, child));
    if (found !== undefined) repositories.push(found);
  }
  if (repositories.length === 0) throw new AppError("not-found", `${path} holds no git repository. ${advice}`);
  return { isSingleRepository: false, repositories };
}

/** findRepository looks at the one folder `path`: undefined when it does not claim to be a repository. */
export async function findRepository(path: string): Promise<FoundRepository | undefined> {
  const folder = basename(path);
  if (!(await isFolder(path))) return undefined;
  if (await exists(join(path, ".git"))) return { folder, name: repositoryName(path), gitDir: join(path, ".git") };
  const isBare = (await exists(join(path, "HEAD"))) && (await exists(join(path, "objects")));
  return isBare || folder.endsWith(".git") ? { folder, name: repositoryName(path), gitDir: path } : undefined;
}

/** A path that ends in `/.git` is the git directory of the work tree around it. */
function repositoryName(path: string): string {
  return basename(path).replace(/\.git$/, "") || basename(dirname(path));
}

async function listFolder(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    const [code, what] = folderTrouble(error);
    throw new AppError(code, `${path} ${what}. ${advice}`, { cause: error });
  }
}

function folderTrouble(error: unknown): readonly [AppError["code"], string] {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return ["not-found", "does not exist"];
  if (code === "ENOTDIR") return ["config", "is a file, not a folder"];
  return ["forbidden", "cannot be read by this user"];
}

/** Follows symlinks, so that a folder may be put together from repositories that lie elsewhere. */
async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    // What may not be looked at may be there: it is then reported as unreadable, not passed over.
    (error: unknown) => error instanceof Error && "code" in error && error.code === "EACCES",
  );
}
