import type { FolderReader, FolderRepository } from "./folder.ts";
import { createMemoryRepository, type MemoryCommit } from "./memory-repository.ts";
import { noFacts } from "./teams-file.ts";

const commitsOfEach = 6;
const dayMs = 86_400_000;

/**
 * organizationWithPast is an organization `acme` whose repositories have used Nix for two months before a moment: each
 * changes its flake, its lock and a workflow six times, and no two have the same text, so that a few queries are not
 * enough to read them. It is kept in memory, because a process of git for each object takes most of a test's time.
 */
export function organizationWithPast(count: number, asOf: string): FolderReader {
  const repositories = new Map(
    Array.from({ length: count }, (_, index): [string, FolderRepository] => {
      const name = `repository-${String(index).padStart(2, "0")}`;
      const commits = Array.from({ length: commitsOfEach }, (_, number) => commitOf(index, number, Date.parse(asOf)));
      return [name, { name, facts: noFacts, git: createMemoryRepository(commits) }];
    }),
  );
  const web = {
    name: "Web",
    description: null,
    parent: null,
    repositories: { "repository-00": "admin", "repository-01": "maintain" },
  } as const;
  return async () => ({ login: "acme", name: "Acme", teams: { web }, repositories });
}

function commitOf(index: number, number: number, asOfMs: number): MemoryCommit {
  const daysAgo = 60 - 10 * number + index;
  const committedSeconds = Math.floor((asOfMs - daysAgo * dayMs) / 1000);
  const branch = number % 2 === 0 ? "nixos-unstable" : "nixos-25.11";
  const flake = `{
  description = "${index}";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/${branch}";
  outputs = _: { n = ${number}; };
}
`;
  const files = new Map([
    ["flake.nix", flake],
    ["flake.lock", lockOf(index, committedSeconds - number * 86_400)],
    [".github/workflows/ci.yml", `name: ${index}-${number}\non: push\njobs: {}\n`],
  ]);
  return { committedSeconds, files: () => files };
}

function lockOf(index: number, lastModified: number): string {
  const source = { type: "github", owner: "NixOS", repo: "nixpkgs" };
  const locked = { ...source, rev: String(index % 10).repeat(40), narHash: "sha256-", lastModified };
  const nodes = { nixpkgs: { locked, original: source }, root: { inputs: { nixpkgs: "nixpkgs" } } };
  return JSON.stringify({ nodes, root: "root", version: 7 });
}
