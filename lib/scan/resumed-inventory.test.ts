import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { type FolderRepository, openFolder } from "#e2e/github/folder.ts";
import { defaultOwnershipSettings } from "#lib/model/ownership.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { type Acme, never, repositoryName, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { registerOrganization } from "#lib/store/organizations.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { startScan } from "#lib/store/scan-progress.ts";
import { createScan, findScan, listScanRows } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import type { ScanContext } from "./scan-context.ts";
import { runStep } from "./scan-steps.ts";
import { sampleDay } from "./testing/scan-sample.ts";

// Three pages of 25.
const count = 60;

let acme: Acme;
let emulator: GithubEmulator;
let change = (repository: FolderRepository): FolderRepository => repository;
let hidden: readonly string[] = [];

beforeAll(async () => {
  acme = writeAcme(count);
  const readFolder = openFolder(acme.folder);
  emulator = await startGithubEmulator({
    async folder() {
      const organization = await readFolder();
      const shown = [...organization.repositories.values()].filter(({ name }) => !hidden.includes(name)).map(change);
      return { ...organization, repositories: new Map(shown.map((one) => [one.name, one])) };
    },
  });
});

afterAll(async () => {
  await emulator.close();
  acme.remove();
});

// What is learned of bearable sizes is kept for each token; a new one begins with pages of 25.
let token = "";
const github = (): SourceProvider => createGithubProvider({ organization: "acme", token, restUrl: emulator.url });

/** Ends, as a process that is killed, before it has recorded page `pages`, counted from 0. */
function killedAt(pages: number): SourceProvider {
  const provider = github();
  return {
    ...provider,
    async *listRepositories(signal, after) {
      let left = pages;
      for await (const page of provider.listRepositories(signal, after)) {
        if (left === 0) throw new Error("killed");
        left -= 1;
        yield page;
      }
    },
  };
}

async function givenScan(db: Database, location: string): Promise<ScanContext> {
  token = randomUUID();
  const found = await github().readOrganization(never);
  const organization = await registerOrganization(db, { ...found, provider: "github", location });
  const request = { trigger: "command", isFull: false, requestedBy: "local", at: sampleDay } as const;
  const { scanId } = await createScan(db, { organizationId: organization.id, ...request });
  await startScan(db, scanId, sampleDay);
  return {
    ...{ database: db, organizationId: organization.id, login: "acme", scanId, isFull: false, signal: never },
    ...{ provider: github(), policy: defaultPolicy, ownership: defaultOwnershipSettings },
    ...{ asOf: sampleDay, now: () => sampleDay },
  };
}

function inventoryPages(): number {
  return emulator.requests.entries.filter(({ operation }) => operation === "Inventory").length;
}

describeEachDatabase("an inventory that was interrupted", (database) => {
  it("goes on behind its last page, and neither counts a repository twice nor misses one", async () => {
    const db = database();
    change = (repository) => repository;
    // The last two are created while nobody is at work.
    hidden = [repositoryName(count - 2), repositoryName(count - 1)];
    const context = await givenScan(db, emulator.url);
    emulator.requests.clear();

    await expect(runStep({ ...context, provider: killedAt(1) }, { kind: "inventory" })).rejects.toThrow("killed");
    hidden = [];
    change = (repository) => {
      const index = [3, 30].map(repositoryName).indexOf(repository.name);
      const facts = { ...repository.facts, id: repository.name };
      return index === -1 ? repository : { ...repository, name: `renamed-${index}`, facts };
    };
    await expect(runStep({ ...context, provider: killedAt(1) }, { kind: "inventory" })).rejects.toThrow("killed");
    await runStep(context, { kind: "inventory" });

    // Three pages, and the one that each killed process had asked for but not recorded.
    expect(inventoryPages()).toBe(3 + 2);
    const scan = await findScan(db, context.scanId);
    expect(scan).toMatchObject({ phase: "reading", counts: { total: count, eligible: count, failed: 0 } });
    const rows = await listScanRows(db, context.scanId, { limit: 1_000 });
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map(({ repositoryId }) => repositoryId)).size).toBe(count);
    expect(await listRepositorySummaries(db, context.organizationId)).toHaveLength(count);
  });

  it("takes a page that is asked for again under the names that it shows now", async () => {
    const db = database();
    change = (repository) => repository;
    const context = await givenScan(db, "renamed");
    // Recorded, but killed before it was kept how far the inventory has come.
    await expect(runStep({ ...context, provider: killedAt(1) }, { kind: "inventory" })).rejects.toThrow("killed");
    await db.client.scan.update({
      where: { id: context.scanId },
      data: { inventoryCursor: null },
      select: { id: true },
    });
    const [one, other] = [repositoryName(3), repositoryName(4)];
    const swapped = new Map([
      [one, other],
      [other, one],
    ]);
    change = (repository) => {
      const name = swapped.get(repository.name);
      const facts = { ...repository.facts, id: repository.name };
      return name === undefined ? repository : { ...repository, name, facts };
    };

    await runStep(context, { kind: "inventory" });

    const rows = await listScanRows(db, context.scanId, { limit: 1_000 });
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map(({ repositoryId }) => repositoryId)).size).toBe(count);
  });

  it("begins anew when GitHub no longer knows its last page, and ends whole", async () => {
    const db = database();
    change = (repository) => repository;
    const context = await givenScan(db, "refused");
    await expect(runStep({ ...context, provider: killedAt(1) }, { kind: "inventory" })).rejects.toThrow("killed");
    await db.client.scan.update({
      where: { id: context.scanId },
      data: { inventoryCursor: "25 Zm9yZ290dGVu" },
      select: { id: true },
    });
    emulator.requests.clear();

    await runStep(context, { kind: "inventory" });

    // The one that was refused, and three pages.
    expect(inventoryPages()).toBe(1 + 3);
    const scan = await findScan(db, context.scanId);
    expect(scan).toMatchObject({ state: "running", phase: "reading", counts: { total: count, failed: 0 } });
    const rows = await listScanRows(db, context.scanId, { limit: 1_000 });
    expect(new Set(rows.map(({ repositoryId }) => repositoryId)).size).toBe(count);
    expect(rows).toHaveLength(count);
  });
});
