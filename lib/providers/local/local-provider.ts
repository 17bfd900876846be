import { basename, join, resolve } from "node:path";
import { AppError } from "#lib/errors/app-error.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { Team } from "#lib/model/team.ts";
import type { Tree } from "#lib/model/tree.ts";
import type {
  BlobRequest,
  BlobResult,
  BranchRequest,
  BranchResult,
  CustomProperty,
  FolderRequest,
  FolderResult,
  HistoryRequest,
  HistoryResult,
  InventoryItem,
  Located,
  SourceOrganization,
  SourceProvider,
} from "../source-provider.ts";
import { type FoundRepository, findRepositories, findRepository } from "./find-repositories.ts";
import { readFolders as readFoldersOfOne, readHistory as readHistoryOfOne } from "./history.ts";
import { readBranch } from "./read-branch.ts";
import { readInventoryItem } from "./read-inventory-item.ts";
import { readObjects } from "./read-objects.ts";
import { noFacts, noTeamsFile, type RepositoryFacts, readTeamsFile, type TeamsFile } from "./teams-file.ts";
import { listTree } from "./tree-listing.ts";

interface LocalProviderOptions {
  /** The folder of repositories, or one repository. Relative to the working directory. */
  readonly path: string;
}

/** Folder is the organization as it lies on disk at the moment of a call. */
interface Folder {
  readonly login: string;
  readonly repositories: readonly FoundRepository[];
  readonly teamsFile: TeamsFile;
}

// Each repository takes up to three git processes at a time; eight keep the disk busy without flooding the machine.
const pageSize = 8;

/**
 * createLocalProvider reads a folder of git repositories as one organization: every direct child that is a work tree
 * or a bare repository, at its HEAD. A folder that is a repository itself is an organization with that one.
 *
 * The organization is called as the folder, and has no teams, unless a file `teams.yml` in the folder says otherwise.
 * A single repository's `teams.yml` is its own content and is not read. Only git plumbing runs, without hooks, filters,
 * network or the person's settings. Requests cost nothing, so `usage` is zero and without limit.
 */
export function createLocalProvider({ path }: LocalProviderOptions): SourceProvider {
  const root = resolve(path);
  return {
    kind: "local",
    readOrganization: (signal) => readOrganization(root, signal),
    listTeams: (signal) => listTeams(root, signal),
    listProperties: (names, signal) => listProperties(root, names, signal),
    // Listing a folder is quick, so one that was interrupted begins anew.
    listRepositories: (signal) => listRepositories(root, signal),
    readRepository: (providerId, signal) => readRepository(root, providerId, signal),
    locateRepositories: (providerIds, signal) => locateRepositories(root, providerIds, signal),
    readTree: (repository, signal) => readTree(root, repository, signal),
    readBlobs: (requests, signal) => readBlobs(root, requests, signal),
    readBranches: (requests, signal) => readBranches(root, requests, signal),
    readHistory: (requests, signal) => readHistory(root, requests, signal),
    readFolders: (requests, signal) => readFolders(root, requests, signal),
    usage: () => ({ graphql: 0, rest: 0, points: 0, remainingPoints: null }),
    grants: () => null,
  };
}

async function readFolder(root: string, signal: AbortSignal): Promise<Folder> {
  const { isSingleRepository, repositories } = await findRepositories(root, signal);
  const names = new Set(repositories.map((repository) => repository.name));
  const teamsFile = isSingleRepository ? noTeamsFile : await readTeamsFile(join(root, "teams.yml"), names);
  return { login: teamsFile.organization.login ?? folderName(root), repositories, teamsFile };
}

async function readOrganization(root: string, signal: AbortSignal): Promise<SourceOrganization> {
  const { login, teamsFile } = await readFolder(root, signal);
  const { name, sample } = teamsFile.organization;
  return { providerId: login, login, name: name ?? login, url: null, isSample: sample };
}

async function listTeams(root: string, signal: AbortSignal): Promise<readonly Team[]> {
  const { repositories, teamsFile } = await readFolder(root, signal);
  const folderByName = new Map(uniqueByName(repositories).map(({ name, folder }) => [name, folder]));
  return Object.entries(teamsFile.teams).map(([slug, team]) => ({
    providerId: slug,
    slug,
    name: team.name ?? slug,
    description: team.description,
    parentSlug: team.parent,
    repositories: Object.entries(team.repositories).map(([name, permission]) => ({
      providerId: folderByName.get(name) ?? name,
      permission,
    })),
  }));
}

async function listProperties(
  root: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly CustomProperty[]> {
  const { login, teamsFile } = await readFolder(root, signal);
  return Object.entries(teamsFile.repositories).flatMap(([name, { properties }]) =>
    Object.entries(properties)
      .filter(([property]) => names.includes(property))
      .map(([property, value]) => ({ owner: login, name, property, values: [value].flat() })),
  );
}

async function* listRepositories(root: string, signal: AbortSignal) {
  const { login, repositories, teamsFile } = await readFolder(root, signal);
  const unique = new Set(uniqueByName(repositories));
  const total = repositories.length;
  for (let at = 0; at < total; at += pageSize) {
    const page = repositories.slice(at, at + pageSize).map((found) => {
      if (!unique.has(found)) return namesake(login, found);
      return readInventoryItem(found, login, factsOf(found, teamsFile), signal);
    });
    yield { total, items: await Promise.all(page), next: null };
    signal.throwIfAborted();
  }
}

async function readRepository(root: string, providerId: string, signal: AbortSignal): Promise<InventoryItem | null> {
  const { login, repositories, teamsFile } = await readFolder(root, signal);
  const found = uniqueByName(repositories).find(({ folder }) => folder === providerId);
  return found === undefined ? null : readInventoryItem(found, login, factsOf(found, teamsFile), signal);
}

/** A folder keeps no record of what was in it: what is not there is gone. */
async function* locateRepositories(
  root: string,
  providerIds: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Located> {
  const { repositories } = await readFolder(root, signal);
  const folders = new Set(repositories.map(({ folder }) => folder));
  for (const providerId of providerIds) {
    yield { providerId, whereabouts: { status: folders.has(providerId) ? "present" : "gone" } };
  }
}

function factsOf({ name }: FoundRepository, { repositories }: TeamsFile): RepositoryFacts {
  return (Object.hasOwn(repositories, name) ? repositories[name] : undefined) ?? noFacts;
}

async function readTree(root: string, repository: Repository, signal: AbortSignal): Promise<Tree> {
  signal.throwIfAborted();
  if (repository.headCommit === null) return { entries: [], isTruncated: false };
  const gitDir = await findGitDir(root, repository);
  if (gitDir === undefined) throw isGone(root, repository);
  const tree = await listTree(gitDir, repository.headCommit, signal);
  return { ...tree, entries: tree.entries.filter((entry) => entry.type !== "directory") };
}

async function* readBlobs(
  root: string,
  requests: readonly BlobRequest[],
  signal: AbortSignal,
): AsyncGenerator<BlobResult> {
  signal.throwIfAborted();
  for (const [, ofRepository] of Map.groupBy(requests, ({ repository }) => repository.providerId)) {
    yield* readBlobsOfOne(root, ofRepository, signal);
  }
}

async function* readBlobsOfOne(
  root: string,
  requests: readonly BlobRequest[],
  signal: AbortSignal,
): AsyncGenerator<BlobResult> {
  const { files = [], others = [] } = Object.groupBy(requests, ({ entry: { type } }) =>
    type === "file" || type === "executable" ? "files" : "others",
  );
  // A symlink or a submodule is no text of that path.
  for (const request of others) yield { request, outcome: { status: "missing" } };
  const [first] = files;
  if (first === undefined) return;

  const gitDir = await findGitDir(root, first.repository);
  if (gitDir === undefined) {
    for (const request of files)
      yield { request, outcome: { status: "failed", error: isGone(root, first.repository) } };
    return;
  }
  const oids = files.map(({ entry }) => entry.oid);
  let at = 0;
  for await (const outcome of readObjects(gitDir, oids, signal)) {
    const request = files[at];
    at += 1;
    if (request !== undefined) yield { request, outcome };
  }
}

async function* readHistory(
  root: string,
  requests: readonly HistoryRequest[],
  signal: AbortSignal,
): AsyncGenerator<HistoryResult> {
  for (const request of requests) {
    signal.throwIfAborted();
    const gitDir = await findGitDir(root, request.repository);
    if (gitDir !== undefined) yield { request, reading: await readHistoryOfOne(gitDir, request, signal) };
    else yield { request, reading: { status: "failed", error: isGone(root, request.repository) } };
  }
}

async function* readFolders(
  root: string,
  requests: readonly FolderRequest[],
  signal: AbortSignal,
): AsyncGenerator<FolderResult> {
  signal.throwIfAborted();
  for (const [, ofRepository] of Map.groupBy(requests, ({ repository }) => repository.providerId)) {
    const [first] = ofRepository;
    if (first === undefined) continue;
    const gitDir = await findGitDir(root, first.repository);
    if (gitDir !== undefined) yield* readFoldersOfOne(gitDir, ofRepository, signal);
    else {
      const error = isGone(root, first.repository);
      for (const request of ofRepository) yield { request, outcome: { status: "failed", error } };
    }
  }
}

/** A folder holds the repositories of its organization as they are on github.com; all others are somewhere else. */
async function* readBranches(
  root: string,
  requests: readonly BranchRequest[],
  signal: AbortSignal,
): AsyncGenerator<BranchResult> {
  const { login, repositories } = await readFolder(root, signal);
  const byName = new Map(uniqueByName(repositories).map((found) => [found.name.toLowerCase(), found]));
  for (const request of requests) {
    const found = byName.get(request.name.toLowerCase());
    const isOurs = request.host === "github.com" && request.owner.toLowerCase() === login.toLowerCase();
    if (!isOurs || found === undefined) continue;
    yield { request, head: await readBranch(found.gitDir, request.branch, signal) };
  }
}

async function findGitDir(root: string, { providerId }: Repository): Promise<string | undefined> {
  const itself = await findRepository(root);
  // The id comes back from a database: only ever a child of the folder.
  const found = itself ?? (await findRepository(join(root, basename(providerId))));
  return found?.folder === providerId ? found.gitDir : undefined;
}

function isGone(root: string, { name }: Repository): AppError {
  return new AppError("not-found", `The repository ${name} is no longer in ${root}. Scan again.`);
}

/** Two folders may give one name, `x` and `x.git`: the first has it. */
function uniqueByName(repositories: readonly FoundRepository[]): readonly FoundRepository[] {
  return repositories.filter((one, index) => repositories.findIndex((it) => it.name === one.name) === index);
}

function namesake(owner: string, { name, folder }: FoundRepository): InventoryItem {
  const message = `The folder ${folder} gives the same repository name as another one, ${name}. Rename one of them.`;
  return { status: "failed", owner, name: folder, error: new AppError("conflict", message) };
}

function folderName(root: string): string {
  return basename(root).replace(/\.git$/, "") || "local";
}
