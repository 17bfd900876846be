import { afterAll, beforeAll, expect, it } from "vitest";
import { findCheck } from "#lib/checks/registry.ts";
import { addDays, dayOf } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { type Acme, never, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { listMetricPoints, recordMetricPoints } from "#lib/store/metric-points.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readTrends } from "#lib/views/trend.ts";
import { backfillOrganization } from "./backfill.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";

// Rests on the check `private-cache-used`, whose rule has changed since its first version.
const metricIds = ["private-cache"];
const scope = { kind: "organization" } as const;
const policy = { ...defaultPolicy, historyMonths: 1 };

let acme: Acme;
beforeAll(() => {
  acme = writeAcme(1);
});
afterAll(() => acme.remove());

describeEachDatabase("a metric whose rule is not the first any more", (database) => {
  it("is counted with its version, today and in the past, and marked on the day from which that counts", async () => {
    const db = database();
    const provider = createLocalProvider({ path: acme.folder });
    const version = findCheck("private-cache-used")?.version ?? 0;
    expect(version).toBeGreaterThan(1);

    const { organization } = await scanWith(db, provider, { location: acme.folder });
    await backfillOrganization({
      ...{ database: db, provider, organizationId: organization.id },
      ...{ policy, now: () => sampleDay, signal: never },
    });

    const points = await listMetricPoints(db, organization.id, { metricIds, scope });
    expect(new Set(points.map(({ origin }) => origin))).toEqual(new Set(["backfilled", "observed"]));
    expect(new Set(points.map(({ metricVersion }) => metricVersion))).toEqual(new Set([version]));

    // As the version of Flakeboard before it counted that day.
    const observed = points.at(-1);
    if (observed === undefined) throw new Error("The day was not counted.");
    await recordMetricPoints(db, organization.id, null, [{ ...observed, metricVersion: version - 1 }]);
    const tomorrow = addDays(sampleDay, 1);
    await scanWith(db, provider, { location: acme.folder, at: tomorrow });
    const asked = { metricIds, scopes: [scope], range: "6m" } as const;
    const trends = await readTrends({ database: db, asOf: addDays(sampleDay, 2) }, organization.id, asked);

    const marked = trends("private-cache").filter(({ isRuleChange }) => isRuleChange);
    expect(marked.map(({ day }) => day)).toEqual([dayOf(sampleDay), dayOf(tomorrow)]);
  });
});
