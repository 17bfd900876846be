import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatorOptions, startGithubEmulator } from "#e2e/github/emulator.ts";
import * as faults from "#e2e/github/faults.ts";
import type { BlobResult, InventoryItem } from "../source-provider.ts";
import { type Acme, openScene, readBlobs, readInventory, requestsFor, writeAcme } from "./emulated.fixture.ts";

const count = 30;
// Two bytes a letter, so that a cut falls into the middle of none, and a text beside the cut has another length.
const long = "é".repeat(300_000);

let acme: Acme;
let items: readonly InventoryItem[];
beforeAll(async () => {
  acme = writeAcme(count, "", (index) => ({
    "shared.txt": "the same everywhere\n",
    ...(index === 0 ? { "long.txt": long } : {}),
    ...(index === 1 ? { "longer.txt": `${long}${long}` } : {}),
  }));
  await using scene = await open();
  items = await readInventory(scene.provider);
});
afterAll(() => acme.remove());

async function open(options: Partial<EmulatorOptions> = {}) {
  return openScene(await startGithubEmulator({ folder: acme.folder, ...options }));
}

function textsOf(results: readonly BlobResult[]): ReadonlyMap<string, string> {
  return new Map(
    results.map(({ request, outcome }) => [
      `${request.repository.name}/${request.entry.path}`,
      outcome.status === "text" ? outcome.text : outcome.status,
    ]),
  );
}

describe("readBlobs", () => {
  it("reads 30 files of 30 repositories with two queries", async () => {
    await using scene = await open();

    const texts = textsOf(await readBlobs(scene.provider, requestsFor(items, "flake.nix")));

    expect(texts.size).toBe(count);
    expect(texts.get("repository-17/flake.nix")).toBe('{ description = "17"; outputs = _: { }; }\n');
    expect(scene.emulator.requests.counts()).toMatchObject({ graphql: 2, rest: 0, texts: count });
  });

  it("asks once for a text that many repositories share", async () => {
    await using scene = await open();

    const results = await readBlobs(scene.provider, requestsFor(items, "shared.txt"));

    expect(results).toHaveLength(count);
    expect(new Set(textsOf(results).values())).toEqual(new Set(["the same everywhere\n"]));
    expect(scene.emulator.requests.counts()).toMatchObject({ graphql: 1, texts: 1 });
  });

  it("asks another repository for a shared text when the first may not be read", async () => {
    const fault = { kind: "repository", name: "repository-00", type: "FORBIDDEN" } as const;
    await using scene = await open({ faults: [{ fault }] });

    const results = await readBlobs(scene.provider, requestsFor(items, "shared.txt"));

    const texts = textsOf(results);
    expect(results).toHaveLength(count);
    expect(texts.get("repository-00/shared.txt")).toBe("failed");
    expect(texts.get("repository-01/shared.txt")).toBe("the same everywhere\n");
  });

  it("reads through REST what GraphQL would cut, without asking GraphQL when the size is known", async () => {
    await using scene = await open();

    const texts = textsOf(await readBlobs(scene.provider, requestsFor(items, "long.txt")));

    expect(texts.get("repository-00/long.txt")).toBe(long);
    expect(scene.emulator.requests.counts()).toMatchObject({ graphql: 0, rest: 1 });
  });

  it("reads through REST what GraphQL did cut", async () => {
    await using scene = await open();
    const unsized = requestsFor(items, "long.txt").map(({ repository, entry }) => ({
      repository,
      entry: { ...entry, sizeBytes: null },
    }));

    const texts = textsOf(await readBlobs(scene.provider, unsized));

    expect(texts.get("repository-00/long.txt")).toBe(long);
    expect(scene.emulator.requests.counts()).toMatchObject({ graphql: 1, rest: 1 });
  });

  it("halves a query that is too heavy until it is answered", async () => {
    const isHeavy = ({ variables }: faults.EmulatedRequest) => Object.keys(variables).length > 3 * 6;
    await using scene = await open({ faults: [{ fault: faults.gatewayTimeout, when: isHeavy }] });

    const results = await readBlobs(scene.provider, requestsFor(items, "flake.nix"));

    expect(results.every(({ outcome }) => outcome.status === "text")).toBe(true);
    expect(scene.emulator.requests.counts().graphql).toBe(2 + count / 5);
  });

  it("keeps what came before a resource limit and asks only for the rest", async () => {
    // A repository and its blob are two objects: twelve texts come with the first answer.
    const fault = { kind: "resource-limits", objects: 24 } as const;
    await using scene = await open({ faults: [{ fault, times: 1 }] });

    const results = await readBlobs(scene.provider, requestsFor(items, "flake.nix"));

    expect(results.every(({ outcome }) => outcome.status === "text")).toBe(true);
    expect(scene.emulator.requests.counts().texts).toBe(count);
  });

  it("fails one file that cannot be read even alone, and reads the others", async () => {
    const isOfOne = ({ variables }: faults.EmulatedRequest) => Object.values(variables).includes("repository-09");
    await using scene = await open({ faults: [{ fault: faults.somethingWentWrong, when: isOfOne }] });

    const texts = textsOf(await readBlobs(scene.provider, requestsFor(items, "flake.nix")));

    expect(texts.get("repository-09/flake.nix")).toBe("failed");
    expect([...texts.values()].filter((text) => text === "failed")).toHaveLength(1);
  });

  it.each([
    ["too long for GraphQL", "repository-00/long.txt"],
    ["asked for together with others", "repository-09/flake.nix"],
  ])("fails one file on whose way the connection is cut each time, and reads the others (%s)", async (_, failing) => {
    const [name = ""] = failing.split("/");
    const isOfOne = ({ variables }: faults.EmulatedRequest) => Object.values(variables).includes(name);
    await using scene = await open({ faults: [{ fault: { kind: "reset" }, when: isOfOne }] });
    const requests = requestsFor(items, "flake.nix", "long.txt", "longer.txt").filter(
      ({ repository, entry }) => repository.name !== name || failing.endsWith(entry.path),
    );

    const results = await readBlobs(scene.provider, requests);

    expect(results).toHaveLength(requests.length);
    const failed = results.filter(({ outcome }) => outcome.status !== "text");
    expect(failed.map(({ request, outcome }) => [`${request.repository.name}/${request.entry.path}`, outcome])).toEqual(
      [[failing, { status: "failed", error: expect.objectContaining({ code: "provider-unavailable" }) }]],
    );
  });

  it("gives up after five files in a row that cannot be read, for then GitHub is down", async () => {
    await using scene = await open({ faults: [{ fault: faults.badGatewayJson }] });

    const reading = readBlobs(scene.provider, requestsFor(items, "flake.nix"));

    await expect(reading).rejects.toMatchObject({ code: "provider-unavailable", isRetryable: true });
    // 20, 10, 5, 2, then five times three attempts.
    expect(scene.emulator.requests.counts().graphql).toBe(4 + 15);
  });

  it("asks for nothing when nothing is wanted", async () => {
    await using scene = await open();

    expect(await readBlobs(scene.provider, [])).toEqual([]);
    expect(scene.emulator.requests.entries).toEqual([]);
  });
});
