import { expect, it } from "vitest";
import {
  deleteOtherBackfilledPoints,
  listMetricPoints,
  recordMetricPoints,
  type ScopedMetricPoint,
  thinMetricPoints,
} from "./metric-points.ts";
import { listTeams, recordTeams } from "./teams.ts";
import { day, givenOrganization, givenRunningScan, teamOf } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

function pointOf(onDay: string, changes: Partial<ScopedMetricPoint> = {}): ScopedMetricPoint {
  return {
    scope: { kind: "organization" },
    metricId: "adoption",
    metricVersion: 1,
    day: onDay,
    numerator: 6,
    denominator: 10,
    unknown: 1,
    value: null,
    origin: "observed",
    ...changes,
  };
}

const ofOrganization = { metricIds: ["adoption"], scope: { kind: "organization" } } as const;

describeEachDatabase("recordMetricPoints", (database) => {
  it("gives back what it recorded, and replaces the same day", async () => {
    const db = database();
    const { organizationId, scanId } = await givenRunningScan(db);

    await recordMetricPoints(db, organizationId, scanId, [pointOf("2026-11-02"), pointOf("2026-11-01")]);
    await recordMetricPoints(db, organizationId, scanId, [pointOf("2026-11-02", { numerator: 7, metricVersion: 2 })]);
    await recordMetricPoints(db, organizationId, scanId, [pointOf("2026-11-02", { numerator: 7, metricVersion: 2 })]);

    expect(await listMetricPoints(db, organizationId, ofOrganization)).toEqual([
      pointOf("2026-11-01"),
      pointOf("2026-11-02", { numerator: 7, metricVersion: 2 }),
    ]);
  });

  it("never replaces what was observed by what was rebuilt", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordMetricPoints(db, id, null, [pointOf("2026-11-01"), pointOf("2026-11-02", { origin: "backfilled" })]);

    await recordMetricPoints(db, id, null, [
      pointOf("2026-11-01", { origin: "backfilled", numerator: 0 }),
      pointOf("2026-11-02", { origin: "backfilled", numerator: 5 }),
    ]);

    expect(await listMetricPoints(db, id, ofOrganization)).toEqual([
      pointOf("2026-11-01"),
      pointOf("2026-11-02", { origin: "backfilled", numerator: 5 }),
    ]);
  });

  it("chooses by scope, metric and day", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordTeams(db, id, [teamOf("web"), teamOf("data")], day(1));
    const [data, web] = (await listTeams(db, id)).map((team) => ({ kind: "team", teamId: team.id }) as const);
    if (data === undefined || web === undefined) throw new Error("The teams are missing.");
    const points = ["2026-11-01", "2026-11-02", "2026-11-03"].flatMap((onDay) => [
      pointOf(onDay),
      pointOf(onDay, { scope: web }),
      pointOf(onDay, { scope: data }),
      pointOf(onDay, { metricId: "freshness" }),
    ]);
    await recordMetricPoints(db, id, null, points);

    expect(
      await listMetricPoints(db, id, { metricIds: ["adoption"], scope: web, from: "2026-11-02", to: "2026-11-02" }),
    ).toEqual([pointOf("2026-11-02", { scope: web })]);
    expect(
      await listMetricPoints(db, id, { metricIds: ["adoption"], scope: { kind: "all-teams" }, from: "2026-11-03" }),
    ).toHaveLength(2);
    expect(
      await listMetricPoints(db, id, { metricIds: ["adoption", "freshness"], scope: { kind: "organization" } }),
    ).toHaveLength(6);
    expect(await listMetricPoints(db, id, { metricIds: [], scope: { kind: "organization" } })).toEqual([]);
  });
});

describeEachDatabase("what is kept of metric points", (database) => {
  it("takes away the rebuilt points of days, metrics and teams that are gone, and none that was observed", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const rebuilt = { origin: "backfilled" } as const;
    await recordMetricPoints(db, id, null, [
      pointOf("2026-10-31", rebuilt),
      pointOf("2026-11-01", rebuilt),
      pointOf("2026-11-01", { ...rebuilt, metricId: "gone" }),
      pointOf("2026-11-02"),
    ]);

    const range = { metricIds: ["adoption"], teamIds: [], from: "2026-11-01", to: "2026-11-01" };
    await deleteOtherBackfilledPoints(db, id, range);

    const all = { metricIds: ["adoption", "gone"], scope: { kind: "organization" } } as const;
    expect(await listMetricPoints(db, id, all)).toEqual([pointOf("2026-11-01", rebuilt), pointOf("2026-11-02")]);
  });

  it("keeps the last point of each week of old days, and every one of later days", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    // 2026-11-01 is a Sunday, the end of its week.
    const days = ["2026-10-30", "2026-11-01", "2026-11-02", "2026-11-04", "2026-11-09", "2026-11-10"];
    await recordMetricPoints(
      db,
      id,
      null,
      days.map((onDay) => pointOf(onDay)),
    );

    await thinMetricPoints(db, id, "2026-11-09");

    const kept = await listMetricPoints(db, id, ofOrganization);
    expect(kept.map((point) => point.day)).toEqual(["2026-11-01", "2026-11-04", "2026-11-09", "2026-11-10"]);
  });
});
