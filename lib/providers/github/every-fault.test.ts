import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import type { EmulatedRequest, Fault } from "#e2e/github/faults.ts";
import { everyFault, graphqlFaults } from "#e2e/github/random-faults.ts";
import { type Acme, openScene } from "./emulated.fixture.ts";
import { readEverything, writeFullAcme } from "./everything.fixture.ts";

const ofGraphql = [
  ...["Organization", "Inventory", "RepositoriesById", "OwnersById", "Blobs", "History", "CommitsBefore"],
  ...["Folders", "Branches", "Teams", "TeamRepositories"],
];
const ofRest = ["trees", "blobs", "property-values"];
const unanswered: Fault = { kind: "hang" };

// One that never answers must not take the test's time.
const patience = { graphqlTimeoutMs: 1_000, restTimeoutMs: 1_000 };

/** The fault strikes the first request of each operation. */
function firstOfEach(fault: Fault, operations: readonly string[], struck: string[]) {
  return operations.map((operation) => ({
    fault,
    times: 1,
    when: (request: EmulatedRequest) => {
      if (request.operation !== operation) return false;
      struck.push(operation);
      return true;
    },
  }));
}

describe("with the first request of every kind failing", () => {
  let acme: Acme;
  let undisturbed: Awaited<ReturnType<typeof readEverything>>;
  beforeAll(async () => {
    acme = writeFullAcme(4);
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder }));
    undisturbed = await readEverything(scene.provider);
    expect(undisturbed.texts.filter((text) => text.includes("éé"))).toHaveLength(3);
  });
  afterAll(() => acme.remove());

  it.each([
    ...[...everyFault, unanswered].map((fault) => [fault, [...ofGraphql, ...ofRest]] as const),
    ...graphqlFaults.map((fault) => [fault, ofGraphql] as const),
  ])("reads the same as without: %j", { timeout: 60_000 }, async (fault, operations) => {
    const struck: string[] = [];
    const faults = firstOfEach(fault, operations, struck);
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults }), { patience });

    expect(await readEverything(scene.provider)).toEqual(undisturbed);
    expect(struck.toSorted()).toEqual(operations.toSorted());
  });
});
