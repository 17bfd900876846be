import type { FolderReader, FolderRepository, Organization } from "../github/folder.ts";
import { createMemoryRepository } from "../github/memory-repository.ts";
import { noFacts } from "../github/teams-file.ts";
import { filesOf } from "./repository-files.ts";

/** LargeOrganizationOptions say how large it is. */
export interface LargeOrganizationOptions {
  readonly repositories: number;
  /** Of them, how many have a flake, spread evenly. */
  readonly withFlake: number;
  /** One team for so many repositories; every fourth team stands above the three that follow it. */
  readonly repositoriesPerTeam?: number;
  /** How many nodes the lock of a flake has, by its number among those with a flake. */
  readonly lockNodes?: (flake: number) => number;
}

/** LargeOrganization is a generated organization that can change between two scans. */
export interface LargeOrganization {
  readonly read: FolderReader;
  /** Pushes a commit to each of `count` repositories, spread evenly. */
  push(count: number): void;
}

// Every flake was updated about twice a month for eighteen months before its head.
const pastCommits = 32;
const daySeconds = 86_400;
const pastCommitSeconds = 17 * daySeconds;
const headSeconds = Date.UTC(2026, 9, 1) / 1000;

const teamsPerParent = 4;

// One lock in four hundred has become longer than GraphQL gives, and has to be read through REST.
const usualLockNodes = (flake: number) => (flake % 400 === 0 ? 1_300 : 8);

// Every tenth has a second flake in a folder, found only in the whole tree.
const isSplit = (flake: number) => flake % 10 === 0;

/**
 * createLargeOrganization makes the same organization each time, in memory, a repository when it is first asked for and
 * a commit of its past when it is.
 */
export function createLargeOrganization({
  repositories: count,
  withFlake,
  repositoriesPerTeam = 250,
  lockNodes = usualLockNodes,
}: LargeOrganizationOptions): LargeOrganization {
  const commits = Array.from({ length: count }, () => 0);
  const build = (): Organization => {
    const repositories = new Map<string, FolderRepository>();
    for (const [index, commit] of commits.entries()) {
      const name = nameOf(index);
      repositories.set(name, { name, facts: factsOf(index), git: lazyRepository(index, commit) });
    }
    return { login: "large", name: "Large organization", teams: teamsOf(count, repositoriesPerTeam), repositories };
  };
  /** The number of a repository among those with a flake; null when it has none. */
  const flakeAt = (index: number) => {
    const before = Math.floor((index * withFlake) / count);
    return Math.floor(((index + 1) * withFlake) / count) > before ? before : null;
  };
  const lazyRepository = (index: number, pushed: number): FolderRepository["git"] => {
    const number = flakeAt(index);
    const flake = number === null ? null : { lockNodes: lockNodes(number), isSplit: isSplit(number) };
    const past = flake === null ? 0 : pastCommits;
    const commitsOf = Array.from({ length: past + 1 + pushed }, (_, commit) => {
      const committedSeconds = headSeconds + (commit - past) * (commit < past ? pastCommitSeconds : daySeconds);
      // A lock grows to what it is: from a tenth of it on.
      const lockNodes = Math.ceil((flake?.lockNodes ?? 0) * Math.min(1, 0.1 + (0.9 * commit) / Math.max(1, past)));
      const shape = flake && { ...flake, lockNodes };
      return { committedSeconds, files: () => filesOf({ index, flake: shape, commit, committedSeconds }) };
    });
    const make = () => createMemoryRepository(commitsOf);
    let made: FolderRepository["git"] | undefined;
    const git = () => {
      made ??= make();
      return made;
    };
    return {
      readHead: () => git().readHead(),
      readCreatedAt: () => git().readCreatedAt(),
      listCommit: (oid) => git().listCommit(oid),
      listTree: (oid, isRecursive) => git().listTree(oid, isRecursive),
      readObject: (expression) => git().readObject(expression),
      listRevisions: (args) => git().listRevisions(args),
    };
  };

  let organization = build();
  return {
    read: async () => organization,
    push(changed) {
      for (let at = 0; at < changed; at += 1) {
        // One further each time, so that those with a flake are among them as often as in the whole.
        const index = (Math.floor((at * count) / changed) + at) % count;
        commits[index] = (commits[index] ?? 0) + 1;
      }
      organization = build();
    },
  };
}

function nameOf(index: number): string {
  return `repository-${String(index).padStart(5, "0")}`;
}

function factsOf(index: number): FolderRepository["facts"] {
  const createdAt = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString().replace(".000Z", "Z");
  const archivedAt = index % 20 === 19 ? "2026-01-01T00:00:00Z" : null;
  return { ...noFacts, createdAt, archivedAt, topics: ["service", `area-${index % 7}`] };
}

function teamsOf(count: number, repositoriesPerTeam: number): Organization["teams"] {
  const teams: Organization["teams"] = {};
  for (let number = 0; number * repositoriesPerTeam < count; number += 1) {
    const isParent = number % teamsPerParent === 0;
    const first = number * repositoriesPerTeam;
    const owned = Array.from({ length: Math.min(repositoriesPerTeam, count - first) }, (_, at) => nameOf(first + at));
    teams[`team-${number}`] = {
      description: null,
      parent: isParent ? null : `team-${number - (number % teamsPerParent)}`,
      repositories: Object.fromEntries(owned.map((name) => [name, "maintain" as const])),
    };
  }
  return teams;
}
