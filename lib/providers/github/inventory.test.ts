import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import * as faults from "#e2e/github/faults.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { InventoryItem } from "../source-provider.ts";
import { type Acme, namesOf, openScene, readInventory, repositoryName, writeAcme } from "./emulated.fixture.ts";

const count = 30;
const allNames = Array.from({ length: count }, (_, index) => repositoryName(index));

describe("listRepositories", () => {
  let acme: Acme;
  let undisturbed: readonly InventoryItem[];

  beforeAll(async () => {
    acme = writeAcme(count);
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder }));
    undisturbed = await readInventory(scene.provider);
  });
  afterAll(() => acme.remove());

  it("reads 30 repositories with two queries of one point each", async () => {
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder }));

    const items = await readInventory(scene.provider);

    expect(namesOf(items)).toEqual(allNames);
    expect(items.every((item) => item.status === "listed")).toBe(true);
    expect(scene.emulator.requests.counts()).toMatchObject({ graphql: 2, rest: 0, points: 2 });
    expect(scene.provider.usage()).toEqual({ graphql: 2, rest: 0, points: 2, remainingPoints: 4998 });
  });

  const overloads = {
    "502 with an HTML body": faults.badGatewayHtml,
    "502 with a JSON body": faults.badGatewayJson,
    "504": faults.gatewayTimeout,
    '200 with "Something went wrong" and data null': faults.somethingWentWrong,
    "an exceeded resource limit without data": faults.resourceLimitsWithoutData,
  } as const;

  for (const [words, fault] of Object.entries(overloads)) {
    it(`halves the page on ${words} until GitHub answers, and loses nothing`, async () => {
      const planned = { fault, when: ({ nodes }: faults.EmulatedRequest) => nodes > 200 };
      await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

      expect(await readInventory(scene.provider)).toEqual(undisturbed);
      // 25 and 12 fail (each repository stands for itself, 10 languages and 20 topics), then pages of 6.
      expect(scene.emulator.requests.counts().graphql).toBe(2 + 5);
    });
  }

  it("takes a query without an answer in time for too heavy", async () => {
    const planned = { fault: { kind: "hang" }, when: ({ nodes }: faults.EmulatedRequest) => nodes > 400 } as const;
    const emulator = await startGithubEmulator({ folder: acme.folder, faults: [planned] });
    await using scene = openScene(emulator, { patience: { graphqlTimeoutMs: 2_000 } });

    expect(await readInventory(scene.provider)).toEqual(undisturbed);
  });

  it("remembers the size that worked for the next reading", async () => {
    const planned = { fault: faults.badGatewayHtml, when: ({ nodes }: faults.EmulatedRequest) => nodes > 400 };
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

    await readInventory(scene.provider);
    scene.emulator.requests.clear();
    await readInventory(scene.provider);

    expect(scene.emulator.requests.entries[0]).toMatchObject({ operation: "Inventory", status: 200 });
  });

  it("uses partial data and asks only for the repositories that are missing", async () => {
    // Every repository takes five objects: itself, and twice the commit, once its tree.
    const planned = { fault: { kind: "resource-limits", objects: 25 + 40 }, times: 1 } as const;
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

    expect(await readInventory(scene.provider)).toEqual(undisturbed);
    const operations = scene.emulator.requests.entries.map(({ operation }) => operation);
    expect(operations[0]).toBe("Inventory");
    expect(operations[1]).toBe("RepositoriesById");
    expect(operations.filter((operation) => operation === "Inventory").length).toBeLessThanOrEqual(3);
  });

  it("does not use partial data when GitHub does not say what is missing of it", async () => {
    const repositories = { totalCount: count, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
    const errors = [{ type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." }];
    const response = { status: 200, body: { data: { organization: { repositories } }, errors } };
    const planned = { fault: { kind: "respond", response }, times: 1 } as const;
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

    expect(await readInventory(scene.provider)).toEqual(undisturbed);
  });

  it("keeps the page size when a repository fails by itself", async () => {
    const fault = { kind: "field", field: "Repository.languages", of: repositoryName(7), message: "broken" } as const;
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [{ fault }] }));

    await readInventory(scene.provider);
    scene.emulator.requests.clear();
    await readInventory(scene.provider);

    const operations = scene.emulator.requests.entries.map(({ operation }) => operation);
    expect(operations.filter((operation) => operation === "Inventory")).toHaveLength(2);
    expect(operations.filter((operation) => operation === "RepositoriesById")).toHaveLength(3);
  });

  it("survives resource limits that strike every query", async () => {
    const planned = { fault: { kind: "resource-limits", objects: 40 } } as const;
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

    expect(await readInventory(scene.provider)).toEqual(undisturbed);
  });

  it("fails one repository that is too heavy even alone, under its name, and reads the rest", async () => {
    const fault = { kind: "field", field: "Repository.languages", of: repositoryName(7) } as const;
    const message = "Something went wrong while executing your query.";
    await using scene = openScene(
      await startGithubEmulator({ folder: acme.folder, faults: [{ fault: { ...fault, message } }] }),
    );

    const items = await readInventory(scene.provider);

    expect(namesOf(items)).toEqual(allNames);
    const failed = items.filter((item) => item.status === "failed");
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ owner: "acme", name: repositoryName(7), error: { isRetryable: true } });
  });

  it("fails a repository whose content is forbidden, with words for its row", async () => {
    const fault = { kind: "field", field: "Repository.defaultBranchRef", of: repositoryName(3) } as const;
    const planned = { fault: { ...fault, type: "FORBIDDEN", message: "Resource not accessible" } };
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

    const items = await readInventory(scene.provider);

    const [failed] = items.filter((item) => item.status === "failed");
    expect(failed).toMatchObject({ name: repositoryName(3), error: { code: "forbidden" } });
    expect(failed?.error.message).toContain(`acme/${repositoryName(3)}`);
    expect(failed?.error.message).toContain("Contents: read");
    expect(items).toHaveLength(count);
    // Nothing is asked twice: the answer would be the same.
    expect(scene.emulator.requests.counts().graphql).toBe(2);
  });

  for (const [type, code] of [
    ["FORBIDDEN", "forbidden"],
    ["NOT_FOUND", "not-found"],
  ] as const) {
    it(`fails a repository that is ${type} altogether, under its place`, async () => {
      const planned = { fault: { kind: "repository", name: repositoryName(4), type } } as const;
      await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

      const items = await readInventory(scene.provider);

      const failed = items.filter((item) => item.status === "failed");
      expect(failed).toMatchObject([{ owner: "acme", name: "unnamed-5", error: { code } }]);
      expect(items).toHaveLength(count);
    });
  }

  it("goes past a repository at which every query breaks off", async () => {
    const isHeavy = ({ operation, nodes }: faults.EmulatedRequest) => operation !== "RepositoryNames" && nodes > 0;
    const planned = { fault: faults.badGatewayHtml, when: isHeavy };
    const three = writeAcme(3);
    await using scene = openScene(await startGithubEmulator({ folder: three.folder, faults: [planned] }));

    const items = await readInventory(scene.provider);
    three.remove();

    expect(namesOf(items)).toEqual(allNames.slice(0, 3));
    expect(items.every((item) => item.status === "failed")).toBe(true);
  });

  it("gives up when GitHub answers nothing at all", async () => {
    await using scene = openScene(
      await startGithubEmulator({ folder: acme.folder, faults: [{ fault: faults.badGatewayHtml }] }),
    );

    const error = await readInventory(scene.provider).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "provider-unavailable", isRetryable: true });
    // 25, 12, 6, 3, 1, then the name alone, three times.
    expect(scene.emulator.requests.counts().graphql).toBe(8);
  });

  it("tries again when a connection is cut", async () => {
    await using scene = openScene(
      await startGithubEmulator({ folder: acme.folder, faults: [{ fault: { kind: "reset" }, times: 2 }] }),
    );

    expect(await readInventory(scene.provider)).toEqual(undisturbed);
  });

  it("reads an Enterprise Server, which knows no rate limits and has its own paths", async () => {
    const emulator = await startGithubEmulator({ folder: acme.folder, isEnterpriseServer: true });
    await using server = openScene(emulator, { restUrl: `${emulator.url}/api/v3` });

    expect(await readInventory(server.provider)).toEqual(undisturbed);
    expect(server.provider.usage()).toEqual({ graphql: 2, rest: 0, points: 2, remainingPoints: null });
  });
});
