import { expect, it } from "vitest";
import { askedChecks } from "#lib/checks/registry.ts";
import { dayNumber } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import type { Database } from "#lib/store/database.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { analysisOf, day, findingOf, givenRunningScan, recordAnalysis } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { rollUp } from "./roll-up.ts";

const findings = [
  findingOf("flake-present", { outcome: "pass" }),
  findingOf("flake-valid", { outcome: "pass" }),
  findingOf("inputs-fresh", { subject: "./a", outcome: "pass" }),
  findingOf("inputs-fresh", { subject: "./b", outcome: "fail" }),
];

async function countedOf(db: Database, organizationId: string, metricId: string) {
  await rollUp({ database: db, organizationId, scanId: null, policy: defaultPolicy, asOf: day(5) });
  const [point] = await listMetricPoints(db, organizationId, {
    metricIds: [metricId],
    scope: { kind: "organization" },
  });
  return point && [point.numerator, point.denominator, point.unknown, point.value];
}

describeEachDatabase("rollUp", (database) => {
  it("counts a repository that an older version judged as unknown in what is new, and leaves it in every whole", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3, { findings }));
    const count = (metricId: string) => countedOf(db, row.organizationId, metricId);

    expect(await count("secrets-absent")).toEqual([0, 1, 1, null]);
    expect(await count("freshness")).toEqual([0, 1, 0, null]);
    expect(await count("cache-class-private")).toEqual([0, 1, 1, null]);
    expect(await count("median-input-age")).toEqual([0, 2, 2, null]);
  });

  it("tells the median age of the day from the days of locking", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const today = dayNumber(day(5).slice(0, 10));
    const inputs = { directInputs: 3, internalInputs: 0, unclearInputs: 0, inputLockedDays: [today - 41, today - 2] };
    const { askedBy } = askedChecks(defaultPolicy);
    const tally = { askedBy, mainFlakes: 1, cacheClass: "none", ...inputs } as const;
    await recordAnalysis(db, analysisOf(row, 3, { findings, tally }));

    expect(await countedOf(db, row.organizationId, "median-input-age")).toEqual([2, 3, 1, 21.5]);
    // Asked by all checks of today, so that what has no finding does not apply.
    expect(await countedOf(db, row.organizationId, "secrets-absent")).toEqual([0, 0, 0, null]);
  });
});
