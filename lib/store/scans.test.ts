import { expect, it } from "vitest";
import { recordFailure, recordUnchanged } from "./analysis.ts";
import type { Database } from "./database.ts";
import {
  addScanRows,
  createScan,
  failInterruptedScans,
  findLatestFinishedScan,
  findLatestScan,
  findScan,
  finishScan,
  heartbeatScan,
  listScanRows,
  listScans,
  startScan,
} from "./scans.ts";
import { day, givenOrganization, givenRunningScan } from "./testing/fixtures.ts";
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
      { fullName: row.fullName, repositoryId: row.repositoryId },
      { fullName: "acme/hidden", repositoryId: null },
      { fullName: "acme/waiting", repositoryId: null },
    ]);
    await heartbeatScan(db, row.scanId, { phase: "roll-up", total: 3, eligible: 2, requests, at: day(4) });
    await recordUnchanged(db, { ...row, findings: [], at: day(4) });
    await recordFailure(db, {
      ...row,
      fullName: "acme/hidden",
      repositoryId: null,
      failure: { code: "timeout", message: "Slow." },
      at: day(4),
    });
    await addScanRows(db, row.scanId, [{ fullName: row.fullName, repositoryId: row.repositoryId }]);

    await finishScan(db, row.scanId, {
      state: "partial",
      failure: { code: "forbidden", message: "No \u0000 teams." },
      at: day(5),
    });
    await finishScan(db, row.scanId, { state: "completed", failure: null, at: day(6) });
    await heartbeatScan(db, row.scanId, { phase: "inventory", total: 99, eligible: 99, requests, at: day(6) });
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
      counts: { total: 3, eligible: 2, read: 0, unchanged: 1, failed: 1, withFlake: 0 },
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
      names.map((fullName) => ({ fullName, repositoryId: null })),
    );

    const first = await listScanRows(db, scanId, { state: "pending", limit: 20 });
    const rest = await listScanRows(db, scanId, { state: "pending", limit: 20, after: first.at(-1)?.fullName ?? "" });

    expect([...first, ...rest].map(({ fullName }) => fullName)).toEqual(names);
    expect(await listScanRows(db, scanId, { state: "read", limit: 20 })).toEqual([]);
  });

  it("that nobody works on any more fail as interrupted; those with a beating heart go on", async () => {
    const db = database();
    const silent = await givenRunningScan(db);
    const alive = await givenRunningScan(db);
    await heartbeatScan(db, alive.scanId, { phase: "reading", total: 1, eligible: 1, requests, at: day(9) });

    await failInterruptedScans(db, { olderThan: day(8), at: day(10) });

    expect(await findScan(db, silent.scanId)).toMatchObject({
      state: "failed",
      finishedAt: day(10),
      failure: { code: "interrupted" },
    });
    expect(await findScan(db, alive.scanId)).toMatchObject({ state: "running" });

    await failInterruptedScans(db, { olderThan: null, at: day(10) });
    expect(await findScan(db, alive.scanId)).toMatchObject({ state: "failed", failure: { code: "interrupted" } });
    expect(await failInterruptedScans(db, { olderThan: null, at: day(11) })).toBe(0);
  });

  it("are not found by what is no id", async () => {
    const db = database();

    expect(await findScan(db, "x'; DROP TABLE scan")).toBeNull();
    expect(await findScan(db, "00000000-0000-4000-8000-000000000000")).toBeNull();
    expect(await listScanRows(db, "1", { limit: 1 })).toEqual([]);
  });
});
