import { expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { organizationWithPast } from "#e2e/github/organization-with-past.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { never } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { recordPolicy } from "#lib/store/policies.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { backfillOrganization } from "./backfill.ts";
import { reevaluateOrganization } from "./reevaluate.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";
import { factsOf, pastOf } from "./testing/what-is-known.ts";

const count = 4;

/** How many repositories have fresh inputs, by day. */
async function freshOf(db: Database, organizationId: string): Promise<ReadonlyMap<string, number>> {
  const scope = { kind: "organization" } as const;
  const points = await listMetricPoints(db, organizationId, { metricIds: ["freshness"], scope });
  return new Map(points.map(({ day, numerator }) => [day, numerator]));
}

describeEachDatabase("reevaluate", (database) => {
  it("judges today and the past by the policy that holds now, from stored facts and without a request", async () => {
    const db = database();
    const emulator = await startGithubEmulator({ folder: organizationWithPast(count, sampleDay) });
    try {
      const provider = createGithubProvider({ organization: "acme", token: "x", restUrl: emulator.url });
      const { organization } = await scanWith(db, provider, { location: emulator.url });
      const { id: organizationId } = organization;
      const policy = { ...defaultPolicy, historyMonths: 3 };
      const context = { database: db, provider, organizationId, policy, now: () => sampleDay, signal: never };
      await backfillOrganization(context);
      const [facts, pasts, before] = [
        await factsOf(db, organizationId),
        await pastOf(db, organizationId),
        await freshOf(db, organizationId),
      ];
      const asked = emulator.requests.entries.length;

      // Every lock is 15 days old or more at the head, and was so for days before.
      const stricter = { nixpkgsAgeDaysMax: 3, historyMonths: 3 };
      await recordPolicy(db, { kind: "local" }, organizationId, stricter, sampleDay);
      expect(await reevaluateOrganization(db, organization, sampleDay)).toBe(count);

      expect(emulator.requests.entries.length).toBe(asked);
      const after = await freshOf(db, organizationId);
      const today = sampleDay.slice(0, 10);
      expect([before.get(today), after.get(today)]).toEqual([count, 0]);
      const days = [...before.keys()].filter((day) => day !== today);
      expect(days.filter((day) => (after.get(day) ?? 0) < (before.get(day) ?? 0)).length).toBeGreaterThan(20);
      expect([...after.keys()]).toEqual([...before.keys()]);
      // What was read is what it was; what is said of it is not.
      expect(await pastOf(db, organizationId)).toEqual(pasts);
      const judged = await factsOf(db, organizationId);
      expect(judged).not.toEqual(facts);
      expect([...judged.values()].every(failsToBeFresh)).toBe(true);
      expect([...facts.values()].some(failsToBeFresh)).toBe(false);
    } finally {
      await emulator.close();
    }
  });
});

function failsToBeFresh(known: unknown): boolean {
  return JSON.stringify(known).includes("inputs-fresh ./nixpkgs fail");
}
