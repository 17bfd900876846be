import { expect, it } from "vitest";
import { recordMetricPoints } from "./metric-points.ts";
import { finishScan } from "./scan-progress.ts";
import { listTeams, recordTeams } from "./teams.ts";
import { day, givenRunningScan, teamOf } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";
import { listTrendPoints } from "./trend-points.ts";

const organization = { kind: "organization" } as const;

describeEachDatabase("listTrendPoints", (database) => {
  it("gives the chosen scopes and metrics from a day on, by day, and says which scans were partial", async () => {
    const db = database();
    const { organizationId, scanId } = await givenRunningScan(db);
    await finishScan(db, scanId, { state: "partial", failure: null, at: day(3) });
    await recordTeams(db, organizationId, [teamOf("web"), teamOf("data")], day(1));
    const web = (await listTeams(db, organizationId)).find(({ slug }) => slug === "web");
    if (web === undefined) throw new Error("The team is missing.");
    const ofWeb = { kind: "team", teamId: web.id } as const;
    const counts = { numerator: 6, denominator: 10, unknown: 1, value: 12.5 } as const;
    const point = { metricId: "adoption", metricVersion: 1, ...counts } as const;
    const rebuilt = (onDay: string) => ({ ...point, scope: organization, day: onDay, origin: "backfilled" }) as const;
    const observed = { ...point, day: "2026-11-03", origin: "observed" } as const;
    await recordMetricPoints(db, organizationId, null, [rebuilt("2026-11-02"), rebuilt("2026-11-01")]);
    await recordMetricPoints(db, organizationId, scanId, [
      { ...observed, scope: organization },
      { ...observed, scope: ofWeb },
      { ...observed, scope: ofWeb, metricId: "freshness" },
    ]);

    const read = (scopes: Parameters<typeof listTrendPoints>[2]["scopes"]) =>
      listTrendPoints(db, organizationId, { metricIds: ["adoption"], scopes, from: "2026-11-02" });

    expect(await read([organization])).toEqual([
      { ...rebuilt("2026-11-02"), isPartial: false },
      { ...observed, scope: organization, isPartial: true },
    ]);
    expect(await read([organization, ofWeb])).toHaveLength(3);
    expect(await read([])).toEqual([]);
  });
});
