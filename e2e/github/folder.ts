import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type GitRepository, openGitRepository } from "./git-repository.ts";
import { noFacts, type RepositoryFacts, readTeamsFile, type TeamsFile } from "./teams-file.ts";

/** FolderRepository is one repository of the folder: `name` is its folder's without `.git`. */
export interface FolderRepository {
  readonly name: string;
  readonly facts: RepositoryFacts;
  readonly git: GitRepository;
}

/** Organization is the folder as GitHub would see it at this moment. */
export interface Organization {
  readonly login: string;
  readonly name: string;
  readonly teams: TeamsFile["teams"];
  /** By name. */
  readonly repositories: ReadonlyMap<string, FolderRepository>;
}

/** FolderReader reads the organization anew at each call; what git said of a commit is kept between them. */
export type FolderReader = () => Promise<Organization>;

// Kept for the process: what git says of a commit never changes, and tests start many emulators over one folder.
const opened = new Map<string, GitRepository>();

/** openFolder serves a folder whose children are bare repositories or work trees, with an optional `teams.yml`. */
export function openFolder(folder: string): FolderReader {
  const root = resolve(folder);
  let last: { readonly state: string; readonly organization: Organization } | undefined;
  return async () => {
    const state = await stateOf(root);
    if (last !== undefined && last.state === state) return last.organization;
    const organization = await readFolder(root);
    last = state === undefined ? undefined : { state, organization };
    return organization;
  };
}

// A change may come within the clock tick of the last one; only a time that lies behind says that nothing came since.
const settledMs = 1000;

/** When the folder and its `teams.yml` were changed last, or undefined when that was only just now. */
async function stateOf(root: string): Promise<string | undefined> {
  const changes = await Promise.all([changedAt(root), changedAt(join(root, "teams.yml"))]);
  return changes.every((change) => Date.now() - change > settledMs) ? changes.join(" ") : undefined;
}

function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function readFolder(root: string): Promise<Organization> {
  const teamsFile = await readTeamsFile(join(root, "teams.yml"));
  const gitDirs = await Promise.all((await readdir(root)).sort().map((child) => findGitDir(join(root, child))));
  const repositories = new Map<string, FolderRepository>();
  for (const gitDir of gitDirs) {
    if (gitDir === undefined) continue;
    const name = repositoryName(gitDir);
    const git = opened.get(gitDir) ?? openGitRepository(gitDir);
    opened.set(gitDir, git);
    const facts = Object.hasOwn(teamsFile.repositories, name) ? teamsFile.repositories[name] : undefined;
    repositories.set(name, { name, git, facts: facts ?? noFacts });
  }
  const { login = basename(root), name = login } = teamsFile.organization;
  return { login, name, teams: teamsFile.teams, repositories };
}

function repositoryName(gitDir: string): string {
  return basename(gitDir.replace(/\/\.git$/, "")).replace(/\.git$/, "");
}

async function findGitDir(path: string): Promise<string | undefined> {
  if (await exists(join(path, ".git"))) return join(path, ".git");
  return (await exists(join(path, "HEAD"))) && (await exists(join(path, "objects"))) ? path : undefined;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
