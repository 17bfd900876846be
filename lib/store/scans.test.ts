import { expect, it } from "vitest";
import { recordFailure, recordUnchanged } from "./analysis.ts";
import type { Database } from "./database.ts";
import { recordInventory } from "./record-inventory.ts";
import { countAttempts, listOpenBatches, listPendingRepositories, noteFailure, planBatches } from "./scan-batches.ts";
import {
  beatScan,
  concludeInventory,
  enterPhase,
  failAbandonedScans,
  findInventoryCursor,
  finishScan,
  listOpenScans,
  recordListed,
  startScan,
} from "./scan-progress.ts";
import {
  addScanRows,
  createScan,
  findLatestFinishedScan,
  findLatestScan,
  findScan,
  listScanRows,
  listScans,
  refreshPendingRows,
} from "./scans.ts";
import { day, givenOrganization, givenRunningScan, repositoryOf } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

const requests = { graphql: 4, rest: 2, points: 9, remainingPoints: 4_991 };

async function givenFinishedScan(db: Database, organizationId: string, onDay: number, state: "completed" | "failed") {
  const { scanId } = await createScan(db, {
    organizationId,
    trigger: "schedule",
    isFull: true,
    requestedBy: "schedule",
    at: day(onDay),
  });
  await startScan(db, scanId, day(onDay));
  await finishScan(db, scanId, { state, failure: null, at: day(onDay) });
  return scanId;
}

describeEachDatabase("scans", (database) => {
  it("go from queued over running to their end, with counts of their rows", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await addScanRows(db, row.scanId, [
      { fullName: row.fullName, repositoryId: row.repositoryId, entries: [], headCommit: null },
      { fullName: "acme/hidden", repositoryId: null, entries: [], headCommit: null },
      { fullName: "acme/waiting", repositoryId: null, entries: [], headCommit: null },
    ]);
    await recordListed(db, row.scanId, { total: 3, next: "3 abc" });
    expect(await concludeInventory(db, row.scanId)).toBe(false);
    await beatScan(db, row.scanId, { spent: { ...requests, graphql: 1, remainingPoints: 4_999 }, at: day(4) });
    const rest = { graphql: 3, rest: 0, points: 0, remainingPoints: 4_991 };
    expect(await beatScan(db, row.scanId, { spent: rest, at: day(4) })).toBe(true);
    await enterPhase(db, row.scanId, "roll-up");
    const judgement = { headCommit: "a".repeat(40), findings: [], tally: null, ownership: null, at: day(4) };
    await recordUnchanged(db, [{ ...row, ...judgement }]);
    await recordFailure(db, {
      ...row,
      fullName: "acme/hidden",
      repositoryId: null,
      failure: { code: "timeout", message: "Slow." },
      at: day(4),
    });
    await addScanRows(db, row.scanId, [
      { fullName: row.fullName, repositoryId: row.repositoryId, entries: [], headCommit: null },
    ]);

    await finishScan(db, row.scanId, {
      state: "partial",
      failure: { code: "forbidden", message: "No \u0000 teams." },
      at: day(5),
    });
    expect(await finishScan(db, row.scanId, { state: "completed", failure: null, at: day(6) })).toBe(false);
    expect(await beatScan(db, row.scanId, { spent: requests, at: day(6) })).toBe(false);
    await recordListed(db, row.scanId, { total: 99, next: "99 abc" });
    expect(await findInventoryCursor(db, row.scanId)).toBe("3 abc");
    await enterPhase(db, row.scanId, "inventory", null);
    await startScan(db, row.scanId, day(6));

    expect(await findScan(db, row.scanId)).toEqual({
      id: row.scanId,
      organizationId: row.organizationId,
      state: "partial",
      phase: "roll-up",
      trigger: "command",
      isFull: false,
      requestedBy: "local",
      requestedAt: day(3),
      startedAt: day(3),
      finishedAt: day(5),
      counts: { total: 3, eligible: 1, read: 0, unchanged: 1, failed: 1, withFlake: 0 },
      requests,
      failure: { code: "forbidden", message: "No \ufffd teams." },
    });
    expect((await listScanRows(db, row.scanId, { limit: 10 })).map(({ fullName, state }) => [fullName, state])).toEqual(
      [
        ["acme/hidden", "failed"],
        ["acme/tool", "unchanged"],
        ["acme/waiting", "pending"],
      ],
    );
  });

  it("are one at a time for an organization, also when asked for at once", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const request = { organizationId: id, trigger: "person", isFull: false, requestedBy: "local", at: day(1) } as const;

    const created = await Promise.all(Array.from({ length: 4 }, () => createScan(db, request)));

    expect(new Set(created.map(({ scanId }) => scanId)).size).toBe(1);
    expect(created.filter(({ isNew }) => isNew)).toHaveLength(1);
    await finishScan(db, created[0]?.scanId ?? "", { state: "cancelled", failure: null, at: day(2) });
    expect((await createScan(db, request)).isNew).toBe(true);
  });

  it("are listed newest first, in pages", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const ids = [];
    for (const number of [1, 2, 3, 4])
      ids.unshift(await givenFinishedScan(db, id, number, number === 4 ? "failed" : "completed"));

    const first = await listScans(db, id, { limit: 3 });
    const rest = await listScans(db, id, { limit: 3, before: first.at(-1)?.id ?? "" });

    expect([...first, ...rest].map((scan) => scan.id)).toEqual(ids);
    expect((await findLatestScan(db, id))?.id).toBe(ids[0]);
    expect((await findLatestFinishedScan(db, id))?.id).toBe(ids[1]);
  });

  it("have rows in pages, by state", async () => {
    const db = database();
    const { scanId } = await givenRunningScan(db);
    const names = Array.from({ length: 25 }, (_, index) => `acme/r${String(index).padStart(2, "0")}`);
    await addScanRows(
      db,
      scanId,
      names.map((fullName) => ({ fullName, repositoryId: null, entries: [], headCommit: null })),
    );

    const first = await listScanRows(db, scanId, { state: "pending", limit: 20 });
    const rest = await listScanRows(db, scanId, { state: "pending", limit: 20, after: first.at(-1)?.fullName ?? "" });

    expect([...first, ...rest].map(({ fullName }) => fullName)).toEqual(names);
    expect(await listScanRows(db, scanId, { state: "read", limit: 20 })).toEqual([]);
  });

  it("that nobody came to the end of fail as interrupted; those that began later, or wait, go on", async () => {
    const db = database();
    const abandoned = await givenRunningScan(db);
    const { id: organizationId } = await givenOrganization(db);
    const request = { organizationId, trigger: "person", isFull: false, requestedBy: "local", at: day(1) } as const;
    const { scanId: waiting } = await createScan(db, request);

    expect(await failAbandonedScans(db, { startedBefore: day(3), at: day(4) })).toBe(0);
    expect(await failAbandonedScans(db, { startedBefore: day(4), at: day(4) })).toBeGreaterThan(0);

    expect(await findScan(db, abandoned.scanId)).toMatchObject({
      state: "failed",
      finishedAt: day(4),
      failure: { code: "interrupted" },
    });
    const open = await listOpenScans(db);
    expect(open.map(({ scanId }) => scanId)).toContain(waiting);
    expect(open.map(({ scanId }) => scanId)).not.toContain(abandoned.scanId);
  });

  it("are read in batches: what was begun and not ended comes last, with what went wrong", async () => {
    const db = database();
    const { organizationId, scanId } = await givenRunningScan(db);
    const names = ["a", "b", "c", "d", "e"];
    const ids = await recordInventory(
      db,
      organizationId,
      names.map((name) => repositoryOf(name)),
      day(3),
    );
    const entry = { path: "flake.nix", type: "file", oid: "c".repeat(40), sizeBytes: 12 } as const;
    const rows = names.map((name) => ({
      fullName: `acme/${name}`,
      repositoryId: ids.get(`id-${name}`) ?? null,
      entries: [entry],
      headCommit: "a".repeat(40),
    }));
    await addScanRows(db, scanId, rows);
    await planBatches(db, scanId, 2);
    await planBatches(db, scanId, 1);

    expect(await listOpenBatches(db, scanId)).toEqual([0, 1, 2]);
    await countAttempts(db, scanId, ["acme/a"]);
    await noteFailure(db, scanId, "acme/a", { code: "internal", message: "Bad." });
    const fresh = { ...entry, oid: "d".repeat(40) };
    await refreshPendingRows(db, ids.get("id-b") ?? "", { entries: [fresh], headCommit: "b".repeat(40) });
    expect(await listPendingRepositories(db, scanId, 0)).toMatchObject([
      {
        fullName: "acme/b",
        attempts: 0,
        failure: null,
        entries: [fresh],
        listedCommit: "b".repeat(40),
        repository: repositoryOf("b"),
      },
      { fullName: "acme/a", attempts: 1, failure: { code: "internal", message: "Bad." }, entries: [entry] },
    ]);

    await recordUnchanged(db, [
      {
        scanId,
        repositoryId: ids.get("id-e") ?? "",
        fullName: "acme/e",
        headCommit: "a".repeat(40),
        findings: [],
        tally: null,
        ownership: null,
        at: day(4),
      },
    ]);
    expect(await listOpenBatches(db, scanId)).toEqual([0, 1]);
    expect(await listPendingRepositories(db, scanId, 2)).toEqual([]);
  });

  it("are not found by what is no id", async () => {
    const db = database();

    expect(await findScan(db, "x'; DROP TABLE scan")).toBeNull();
    expect(await findScan(db, "00000000-0000-4000-8000-000000000000")).toBeNull();
    expect(await listScanRows(db, "1", { limit: 1 })).toEqual([]);
  });
});
