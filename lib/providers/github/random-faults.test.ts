import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { randomFaults } from "#e2e/github/random-faults.ts";
import type { SourceProvider } from "../source-provider.ts";
import { type Acme, never, openScene, readBlobs, readInventory, requestsFor, writeAcme } from "./emulated.fixture.ts";

const since = "2020-01-01T00:00:00.000Z";

async function readAll(provider: SourceProvider) {
  const items = await readInventory(provider);
  const results = await readBlobs(provider, requestsFor(items, "flake.nix"));
  const texts = results.map(({ request, outcome }) => [request.repository.name, outcome] as const);
  const trees = [];
  for (const item of items) if (item.status === "listed") trees.push(await provider.readTree(item.repository, never));
  const pasts = new Map<string, unknown>();
  const listed = items.flatMap((item) => (item.status === "listed" ? [item.repository] : []));
  const requests = listed.map((repository) => ({ repository, paths: ["flake.nix", ".github"], since }));
  for await (const { request, reading } of provider.readHistory(requests, never)) {
    pasts.set(request.repository.name, reading);
  }
  const teams = await provider.listTeams(never);
  const bySlug = teams.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return { items, trees, pasts, teams: bySlug, texts: new Map(texts.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

describe("with one request in five failing in one of eight ways", () => {
  let acme: Acme;
  let undisturbed: Awaited<ReturnType<typeof readAll>>;
  beforeAll(async () => {
    acme = writeAcme(28, "teams: { web: { repositories: { repository-03: admin } }, all: {} }\n");
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder }));
    undisturbed = await readAll(scene.provider);
  });
  afterAll(() => acme.remove());

  it.each([1, 2, 3, 4, 5, 6])("reads the same as without (seed %i)", async (seed) => {
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: randomFaults(seed) }));

    const disturbed = await readAll(scene.provider);

    expect(disturbed).toEqual(undisturbed);
    expect(scene.emulator.requests.entries.some(({ status }) => status !== 200)).toBe(true);
  });
});
