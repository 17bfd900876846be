import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import * as faults from "#e2e/github/faults.ts";
import type { SourceProvider } from "../source-provider.ts";
import { type Acme, never, openScene, readBlobs, readInventory, requestsFor, writeAcme } from "./emulated.fixture.ts";

const anyFaults: readonly faults.Fault[] = [
  faults.badGatewayHtml,
  faults.badGatewayJson,
  faults.gatewayTimeout,
  faults.secondaryLimit(0),
  { kind: "reset" },
];
const everyFault: readonly faults.Fault[] = [
  ...anyFaults,
  // Only GraphQL fails in these ways.
  faults.somethingWentWrong,
  faults.resourceLimitsWithoutData,
  { kind: "resource-limits", objects: 9 },
];

/** Strikes one request in five, each time in another way; the same seed strikes the same requests. */
function randomFaults(seed: number): readonly faults.PlannedFault[] {
  let state = seed;
  const random = () => {
    // Numerical Recipes' generator: enough to scatter, and the same everywhere.
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  let chosen = 0;
  return everyFault.map((fault, index) => ({
    fault,
    when: ({ kind }) => {
      const possible = kind === "graphql" ? everyFault : anyFaults;
      if (index === 0) chosen = random() < 0.2 ? Math.floor(random() * possible.length) : -1;
      return chosen === index;
    },
  }));
}

async function readAll(provider: SourceProvider) {
  const items = await readInventory(provider);
  const results = await readBlobs(provider, requestsFor(items, "flake.nix"));
  const texts = results.map(({ request, outcome }) => [request.repository.name, outcome] as const);
  const trees = [];
  for (const item of items) if (item.status === "listed") trees.push(await provider.readTree(item.repository, never));
  const teams = await provider.listTeams(never);
  const bySlug = teams.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return { items, trees, teams: bySlug, texts: new Map(texts.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
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
