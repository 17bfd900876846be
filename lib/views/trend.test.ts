import { expect, it } from "vitest";
import { recordMetricPoints } from "#lib/store/metric-points.ts";
import { day, givenRunningScan } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readTrends } from "./trend.ts";

const scope = { kind: "organization" } as const;
const counts = { numerator: 6, denominator: 10, unknown: 0, value: null } as const;

describeEachDatabase("readTrends", (database) => {
  it("marks the day from which another version of the rule counts, in its own course only, and not the first", async () => {
    const db = database();
    const { organizationId, scanId } = await givenRunningScan(db);
    const point = (onDay: string, metricId: string, metricVersion: number) =>
      ({ ...counts, scope, metricId, metricVersion, day: onDay, origin: "observed" }) as const;
    await recordMetricPoints(db, organizationId, scanId, [
      point("2026-11-01", "adoption", 1),
      point("2026-11-02", "adoption", 1),
      point("2026-11-03", "adoption", 2),
      point("2026-11-04", "adoption", 2),
      point("2026-11-02", "freshness", 2),
      point("2026-11-03", "freshness", 2),
    ]);

    const trends = await readTrends({ database: db, asOf: day(5) }, organizationId, {
      metricIds: ["adoption", "freshness"],
      scopes: [scope],
      range: "6m",
    });

    const marks = (metricId: string) => trends(metricId).map((one) => [one.day.slice(-2), one.isRuleChange]);
    expect(marks("adoption")).toEqual([
      ["01", false],
      ["02", false],
      ["03", true],
      ["04", false],
    ]);
    expect(marks("freshness")).toEqual([
      ["02", false],
      ["03", false],
    ]);
  });
});
