import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { writeSampleOrganization } from "#lib/sample/write-sample-organization.ts";
import { createLocalProvider } from "../local/local-provider.ts";
import type { BlobRequest, InventoryItem, SourceProvider } from "../source-provider.ts";
import { namesOf, never, readBlobs, readInventory } from "./emulated.fixture.ts";
import { createGithubProvider } from "./github-provider.ts";

describe("the sample organization through the GitHub API", () => {
  let parent: string;
  let emulator: GithubEmulator;
  let github: SourceProvider;
  let local: SourceProvider;

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), "flakeboard-sample-"));
    const folder = join(parent, "sample");
    await writeSampleOrganization(folder, { asOf: "2026-11-01T00:00:00.000Z" });
    emulator = await startGithubEmulator({ folder });
    local = createLocalProvider({ path: folder });
    const { login } = await local.readOrganization(never);
    github = createGithubProvider({ organization: login, token: "x", restUrl: emulator.url, isThrottled: false });
  });
  afterAll(async () => {
    await emulator?.close();
    rmSync(parent, { recursive: true, force: true });
  });

  it("is the same inventory as git itself gives, but for ids and addresses", async () => {
    const [ours, theirs] = await Promise.all([readInventory(github), readInventory(local)]);

    expect(ours).toHaveLength(48);
    expect(comparable(ours)).toEqual(comparable(theirs));
  });

  it("has the same teams, with the same repositories", async () => {
    const teamsOf = async (provider: SourceProvider) => {
      const names = new Map<string, string>();
      for (const item of await readInventory(provider)) {
        if (item.status === "listed") names.set(item.repository.providerId, item.repository.name);
      }
      const teams = await provider.listTeams(never);
      const named = teams.map(({ providerId: _, repositories, ...team }) => ({
        ...team,
        repositories: repositories
          .map(({ providerId, permission }) => `${names.get(providerId)}: ${permission}`)
          .sort(),
      }));
      return named.sort((a, b) => a.slug.localeCompare(b.slug));
    };

    expect(await teamsOf(github)).toEqual(await teamsOf(local));
  });

  it("has the same trees and the same texts", { timeout: 120_000 }, async () => {
    const read = async (provider: SourceProvider) => {
      const requests: BlobRequest[] = [];
      for (const item of await readInventory(provider)) {
        if (item.status === "failed") continue;
        const { repository } = item;
        const { entries } = await provider.readTree(repository, never);
        requests.push(...entries.map((entry) => ({ repository, entry })));
      }
      const results = await readBlobs(provider, requests);
      return results
        .map(({ request: { repository, entry }, outcome }) => ({ name: repository.name, entry, outcome }))
        .sort((a, b) => `${a.name}/${a.entry.path}`.localeCompare(`${b.name}/${b.entry.path}`));
    };

    const [ours, theirs] = [await read(github), await read(local)];

    expect(ours.length).toBeGreaterThan(100);
    expect(ours).toEqual(theirs);
  });

  it("costs two queries for the inventory, two for the teams, and no file", async () => {
    emulator.requests.clear();

    await readInventory(github);
    await github.listTeams(never);

    expect(emulator.requests.counts()).toMatchObject({ graphql: 4, rest: 0, texts: 0, points: 4 });
  });
});

/** Items by name, without what only GitHub knows. GitHub names no default branch while there is no commit. */
function comparable(items: readonly InventoryItem[]): readonly unknown[] {
  const sorted = items.toSorted((a, b) => (namesOf([a]).join() < namesOf([b]).join() ? -1 : 1));
  return sorted.map((item) => {
    if (item.status === "failed") return item;
    const { providerId: _, url: __, defaultBranch, ...repository } = item.repository;
    const entries = item.entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return { ...repository, defaultBranch: repository.isEmpty ? null : defaultBranch, entries };
  });
}
