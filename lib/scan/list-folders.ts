import type { AppError } from "#lib/errors/app-error.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import type { FolderRequest, SourceProvider } from "#lib/providers/source-provider.ts";
import type { PastRegion, PastRequest } from "./past-region.ts";
import type { PastVersion } from "./past-versions.ts";

interface Listed {
  readonly request: PastRequest;
  readonly region: PastRegion;
  readonly versions: readonly PastVersion[];
}

/** FilesOf gives all entries of a version that lie in the region of its repository, by path. */
export type FilesOf = (
  past: Pick<Listed, "request" | "region">,
  version: PastVersion,
) => ReadonlyMap<string, TreeEntry>;

/**
 * listFolders lists the folders of each repository's region in all its versions, level by level. A folder that did not
 * change has the same object id in many commits, and is asked for once.
 */
export async function listFolders(
  provider: SourceProvider,
  pasts: readonly Listed[],
  failures: Map<PastRequest, AppError>,
  signal: AbortSignal,
): Promise<FilesOf> {
  const listings = new Map<string, readonly TreeEntry[]>();
  const filesOf: FilesOf = ({ request, region }, version) => {
    const files = new Map(version.entries.map((entry) => [entry.path, entry]));
    for (const folder of region.folders) {
      const entry = files.get(folder);
      const listing = entry === undefined ? undefined : listings.get(keyOf(request, entry));
      for (const below of listing ?? []) files.set(below.path, below);
    }
    return files;
  };
  const depths = Math.max(0, ...pasts.flatMap(({ region }) => region.folders.map(depthOf)));
  for (let depth = 1; depth <= depths; depth += 1) {
    const known = pasts.filter(({ request }) => !failures.has(request));
    const wanted = foldersAt(depth, known, filesOf);
    if (wanted.size === 0) continue;
    const requests = [...wanted.values()].map(({ folder }) => folder);
    const requestOf = new Map([...wanted.values()].map(({ folder, request }) => [folder, request]));
    for await (const { request: asked, outcome } of provider.readFolders(requests, signal)) {
      const request = requestOf.get(asked);
      if (request === undefined) continue;
      if (outcome.status === "failed") failures.set(request, outcome.error);
      else if (outcome.status === "listed") listings.set(keyOf(request, asked.entry), outcome.entries);
    }
  }
  return filesOf;
}

/** The folders so many levels below the root, each object id of a repository once. */
function foldersAt(
  depth: number,
  pasts: readonly Listed[],
  filesOf: FilesOf,
): ReadonlyMap<string, { readonly folder: FolderRequest; readonly request: PastRequest }> {
  const wanted = new Map<string, { readonly folder: FolderRequest; readonly request: PastRequest }>();
  for (const past of pasts) {
    const { request, region, versions } = past;
    const folders = region.folders.filter((folder) => depthOf(folder) === depth);
    if (folders.length === 0) continue;
    for (const version of versions) {
      const files = filesOf(past, version);
      for (const path of folders) {
        const entry = files.get(path);
        if (entry?.type !== "directory") continue;
        wanted.set(keyOf(request, entry), { folder: { repository: request.repository, entry }, request });
      }
    }
  }
  return wanted;
}

function keyOf({ id }: PastRequest, { path, oid }: TreeEntry): string {
  return `${id} ${oid} ${path}`;
}

function depthOf(folder: string): number {
  return folder.split("/").length;
}
