import { expect, it } from "vitest";
import type { Database } from "./database.ts";
import { recordExclusions } from "./exclusions.ts";
import { recordMetricPoints } from "./metric-points.ts";
import { removeOrganization, setScanCron } from "./organizations.ts";
import { recordPolicy } from "./policies.ts";
import { addResource } from "./resource-overrides.ts";
import { beatScan, finishScan } from "./scan-progress.ts";
import { readPointRevision, readStateRevision } from "./state-revision.ts";
import { recordTeams } from "./teams.ts";
import { analysisOf, day, findingOf, givenRunningScan, recordAnalysis, teamOf } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";
import { inTransaction } from "./transaction.ts";
import { grantWaiver, revokeWaiver } from "./waivers.ts";

const actor = { kind: "local" } as const;

async function hasChanged(db: Database, write: () => Promise<unknown>): Promise<boolean> {
  const before = await readStateRevision(db);
  await write();
  return (await readStateRevision(db)) !== before;
}

describeEachDatabase("readStateRevision", (database) => {
  it("changes with every write that a page of an organization shows", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const { organizationId, repositoryId, scanId } = row;
    const waiver = { organizationId, repositoryId, checkId: "inputs-fresh", subject: null, expiresAt: day(30) };
    const granted = await grantWaiver(db, actor, { ...waiver, reason: "It retires" }, day(3));
    const resource = {
      title: "How we pin",
      url: "https://wiki.example/pin",
      kind: "guide",
      level: "start",
      theme: "freshness",
      stages: [],
      checks: [],
      summary: "Pin as we do",
      minutes: null,
    } as const;
    const writes: Readonly<Record<string, () => Promise<unknown>>> = {
      "a snapshot": () => recordAnalysis(db, analysisOf(row, 4)),
      "a finding alone": () =>
        recordAnalysis(db, analysisOf(row, 5, { findings: [findingOf("inputs-fresh", { outcome: "pass" })] })),
      teams: () => recordTeams(db, organizationId, [teamOf("payments")], day(4)),
      exclusions: () => recordExclusions(db, organizationId, ["tool"]),
      "the policy": () => recordPolicy(db, actor, organizationId, { nixpkgsAgeDaysMax: 60 }, day(4)),
      "a waiver": () => grantWaiver(db, actor, { ...waiver, reason: "Another" }, day(4)),
      "the end of a waiver": () => revokeWaiver(db, actor, granted.id, day(4)),
      "a resource": () => addResource(db, actor, organizationId, resource, day(4)),
      "the schedule": () => setScanCron(db, organizationId, "0 4 * * *"),
      "the end of a scan": () => finishScan(db, scanId, { state: "completed", failure: null, at: day(4) }),
      "its removal": () => removeOrganization(db, organizationId),
    };

    for (const [what, write] of Object.entries(writes))
      expect([what, await hasChanged(db, write)]).toEqual([what, true]);
  });

  it("stays while nothing is written, and while only the heart of a scan beats", async () => {
    const db = database();
    const { scanId } = await givenRunningScan(db);
    const beat = { spent: { graphql: 1, rest: 0, points: 1, remainingPoints: 4_999 }, at: day(4) };

    expect(await hasChanged(db, async () => {})).toBe(false);
    expect(await hasChanged(db, () => beatScan(db, scanId, beat))).toBe(false);
  });

  it("stays when a write is undone", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);
    const data = { name: "x" };
    const undo = () =>
      inTransaction(db, async (transaction) => {
        await transaction.organization.update({ where: { id: organizationId }, data, select: { id: true } });
        throw new Error("undone");
      });

    expect(await hasChanged(db, () => expect(undo()).rejects.toThrow("undone"))).toBe(false);
  });

  it("keeps no more than the last change", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);

    for (const cron of ["0 1 * * *", "0 2 * * *", "0 3 * * *"]) await setScanCron(db, organizationId, cron);

    expect(await db.client.stateChange.count()).toBe(1);
  });

  it("tells two changes apart that overlap, whichever ends first", async () => {
    const db = database();
    if (db.connection.kind === "embedded") return;
    const one = await givenRunningScan(db);
    const other = await givenRunningScan(db);
    const seen = [await readStateRevision(db)];

    await inTransaction(db, async (transaction) => {
      const { organizationId: id } = one;
      await transaction.organization.update({ where: { id }, data: { name: "x" }, select: { id: true } });
      await setScanCron(db, other.organizationId, "0 5 * * *");
      seen.push(await readStateRevision(db));
    });
    seen.push(await readStateRevision(db));

    expect(new Set(seen).size).toBe(3);
  });
});

describeEachDatabase("readPointRevision", (database) => {
  it("changes with the points of metrics and with the end of a scan, and the state's stays with points", async () => {
    const db = database();
    const { organizationId, scanId } = await givenRunningScan(db);
    const scope = { kind: "organization" } as const;
    const counts = {
      metricId: "adoption",
      metricVersion: 1,
      numerator: 6,
      denominator: 10,
      unknown: 1,
      value: null,
    } as const;
    const points = [{ ...counts, scope, day: "2026-11-02", origin: "backfilled" }] as const;
    const [state, before] = [await readStateRevision(db), await readPointRevision(db)];

    await recordMetricPoints(db, organizationId, null, points);
    const recorded = await readPointRevision(db);

    expect(recorded).not.toBe(before);
    expect(await readStateRevision(db)).toBe(state);
    expect(await readPointRevision(db)).toBe(recorded);
    await finishScan(db, scanId, { state: "partial", failure: null, at: day(4) });
    expect(await readPointRevision(db)).not.toBe(recorded);
  });
});
